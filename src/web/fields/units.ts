import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { UnitView } from '../../api/present/admin.ts'
import type { Lookups } from '../../engine/describe.ts'
import { get } from '../client.ts'
import { useT } from '../i18n/lang.tsx'
import type { SelectOption, UnitOption } from '../parts/select.tsx'

/** All units with their posts; they change rarely, so one answer serves the page for long. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => get<readonly UnitView[]>('/units', signal),
    staleTime: 600_000,
  })
}

/** The units as a picker wants them: found by name or by the initials of their pinyin. */
export function useUnitOptions(): readonly UnitOption[] {
  const say = useT()
  const { data } = useUnits()
  return useMemo(
    () =>
      (data ?? [])
        .filter((unit) => unit.kind !== 'government')
        .map(({ id, name, short, pinyin }) => ({ id, name: say(name), short: say(short), initials: pinyin })),
    [data, say],
  )
}

/** Posts to choose from; with a role, only those that carry it (leader for 分管领导). */
export function usePostOptions(role?: string): readonly SelectOption[] {
  const say = useT()
  const { data } = useUnits()
  return useMemo(
    () =>
      (data ?? []).flatMap((unit) =>
        unit.posts
          .filter(({ roles }) => role === undefined || roles.includes(role))
          .map((post) => ({ id: post.id, label: say(post.title), sub: say(unit.short) })),
      ),
    [data, say, role],
  )
}

/** Names behind ids, for values in words; null where an id is not known or the units have not come yet. */
export function useLookups(): Lookups {
  const { data } = useUnits()
  return useMemo(() => {
    const units = new Map((data ?? []).map((unit) => [unit.id, unit.short]))
    const posts = new Map((data ?? []).flatMap((unit) => unit.posts.map((post) => [post.id, post.title] as const)))
    return { unit: (id) => units.get(id) ?? null, post: (id) => posts.get(id) ?? null }
  }, [data])
}
