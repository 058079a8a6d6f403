import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CalendarView } from '../../api/present/admin.ts'
import { compare, type Day } from '../../calendar/day.ts'
import { get } from '../client.ts'

type Years = CalendarView['years']

/** Is the day off by the year's notice (休), or a weekend day worked in exchange (班)? Null for a day the notice leaves alone. */
export function markOf(years: Years, day: Day): 'off' | 'work' | null {
  for (const { off, work } of years) {
    if (off.some(({ from, to }) => compare(from, day) <= 0 && compare(day, to) <= 0)) return 'off'
    if (work.includes(day)) return 'work'
  }
  return null
}

/** The marks of the city's working calendar; none until it has come. */
export function useDayMarks(): (day: Day) => 'off' | 'work' | null {
  const { data } = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => get<CalendarView>('/calendar', signal),
    staleTime: 600_000,
  })
  return useCallback((day: Day) => (data ? markOf(data.years, day) : null), [data])
}
