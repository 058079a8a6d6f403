import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { UnitView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { useUnits } from '../../fields/units.ts'
import { useT } from '../../i18n/lang.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { UnitCard } from './unit-card.tsx'
import { treeRows, unitKinds } from './unit-tree.ts'

/** 单位和岗位: the tree at the left, one unit with its duties and posts at the right. */
export function UnitsTab() {
  const query = useUnits()
  if (query.isPending) return <Skeleton />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Units units={query.data} />
}

function Units({ units }: { units: readonly UnitView[] }) {
  const say = useT()
  const [typed, setTyped] = useState('')
  const asked = new URLSearchParams(useSearch()).get('unit')
  const rows = treeRows(units, typed)
  const found = units.find(({ id }) => id === asked) ?? null
  const chosen = found ?? rows[0]?.unit ?? null
  const posts = units.reduce((sum, unit) => sum + unit.posts.length, 0)
  return (
    <div className={`un${found ? ' chosen' : ''}`}>
      <section className="panel ut" aria-label={say(t('单位', 'Units'))}>
        <div className="pad uts">
          <SearchField
            label={say(t('名称、拼音首字母、职责或岗位', 'Name, duty or post'))}
            value={typed}
            onChange={setTyped}
          />
          <p className="meta">
            {say(t('{units} 个单位，{posts} 个岗位', '{units} units, {posts} posts'), { units: units.length, posts })}
          </p>
        </div>
        {rows.length === 0 && (
          <EmptyState icon="search" title={say(t('没有这样的单位', 'No such unit'))}>
            {say(t('换一个词，或只写拼音首字母，如 szjj。', 'Try another word, or only the initials.'))}
          </EmptyState>
        )}
        <ul>
          {rows.map(({ unit, depth }) => (
            <li key={unit.id} className={unit.id === chosen?.id ? 'on' : ''}>
              <Link
                href={`/admin?tab=units&unit=${unit.id}`}
                aria-current={unit.id === chosen?.id ? 'true' : undefined}
                style={{ paddingLeft: `${8 + depth * 16}px` }}
              >
                <span className="el" title={say(unit.name)}>
                  {say(unit.short)}
                </span>
                <small>{unitKinds[unit.kind] && depth < 2 ? say(unitKinds[unit.kind] ?? unit.name) : ''}</small>
                <b>{unit.posts.length}</b>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {chosen && <UnitCard unit={chosen} units={units} />}
    </div>
  )
}
