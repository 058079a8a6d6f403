import type { UnitView } from '../../../api/present/admin.ts'
import { t, type Text } from '../../../text.ts'

export const unitKinds: Readonly<Record<string, Text>> = {
  government: t('政府', 'Government'),
  supervision: t('督查机构', 'Supervision office'),
  department: t('部门', 'Department'),
  county: t('县区', 'County or district'),
  zone: t('开发区', 'Development zone'),
  enterprise: t('企业', 'Enterprise'),
}

export const roleWords: Readonly<Record<string, Text>> = {
  owner: t('承办', 'Leads matters'),
  co: t('协办', 'Takes part'),
  supervisor: t('督查', 'Supervises'),
  leader: t('市领导', 'Leader'),
  admin: t('系统管理', 'Administers'),
  viewer: t('查阅', 'Reads'),
}

export type TreeRow = Readonly<{ unit: UnitView; depth: number }>

/**
 * Units as an indented list, each under its parent, in the order given. With something typed only what answers to it
 * stands, under its parents: by name, short name, initials of the pinyin, a duty or a post.
 */
export function treeRows(units: readonly UnitView[], typed: string): TreeRow[] {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const wanted = typed.trim().toLowerCase()
  const shown =
    wanted === ''
      ? null
      : withParents(
          units.filter((unit) => answers(unit, wanted)),
          known,
        )
  const below = (parent: string | null, depth: number): TreeRow[] =>
    units
      .filter((unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
      .flatMap((unit) => [
        ...(shown === null || shown.has(unit.id) ? [{ unit, depth }] : []),
        ...below(unit.id, depth + 1),
      ])
  return below(null, 0)
}

function withParents(found: readonly UnitView[], known: ReadonlyMap<string, UnitView>): ReadonlySet<string> {
  const shown = new Set<string>()
  for (const unit of found) {
    let at: UnitView | undefined = unit
    while (at && !shown.has(at.id)) {
      shown.add(at.id)
      at = at.parent === null ? undefined : known.get(at.parent)
    }
  }
  return shown
}

function answers({ name, short, pinyin, duties, posts }: UnitView, wanted: string): boolean {
  const words = [name.zh, name.en, short.zh, short.en, pinyin, ...duties]
  return [...words, ...posts.flatMap(({ title }) => [title.zh, title.en])].some((word) =>
    word.toLowerCase().includes(wanted),
  )
}
