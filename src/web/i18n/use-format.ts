import { useMemo } from 'react'
import type { Moment } from '../../calendar/moment.ts'
import * as format from './format.ts'
import { useLang } from './lang.tsx'
import { useNow } from './now.tsx'

/** The reading helpers of format.ts bound to the language in use and the page's present moment. */
export function useFormat() {
  const { lang } = useLang()
  const now = useNow()
  return useMemo(() => {
    const reading: format.Reading = { lang, now }
    return {
      ...reading,
      day: (at: format.When, withYear?: boolean) => format.dayWords(at, reading, withYear),
      moment: (at: Moment, withYear?: boolean) => format.momentWords(at, reading, withYear),
      weekday: (at: format.When, short?: boolean) => format.weekdayWords(at, lang, short),
      month: (at: string) => format.monthWords(at, lang),
      time: format.timeWords,
      number: (value: number | null, shape?: format.NumberShape) => format.numberWords(value, lang, shape),
      percent: (share: number | null, digits?: number) => format.percentWords(share, lang, digits),
      points: (points: number, shape?: format.NumberShape) => format.pointsWords(points, lang, shape),
      ago: (at: format.When) => format.agoWords(at, reading),
      waited: (since: format.When) => format.waitedWords(since, reading),
      left: (due: Moment) => format.leftWords(due, reading),
      leftInFull: (due: Moment) => format.leftInFull(due, reading),
      due: (due: Moment) => format.dueWords(due, reading),
    }
  }, [lang, now])
}
