import * as z from 'zod'
import { yearOf } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import { workingDaysInYear } from '../calendar/work-calendar.ts'
import { parseHolidayYear } from '../calendar/holiday-year.ts'
import { listHolidayYears } from '../storage/holiday-store.ts'
import type { CalendarView, UnitView } from './present/admin.ts'
import type { PostRef } from './present/common.ts'
import type { Api } from './route.ts'
import { calendarSchema, unitSchema } from './schemas/admin.ts'
import { postRef } from './schemas/common.ts'
import { dbOf } from './services.ts'
import { t } from '../text.ts'

const tag = '单位 / Units'

/** Who there is, and which days are worked: everybody signed in may know. */
export function orgRoutes(api: Api): void {
  const { services } = api
  const { context, directory } = services

  api.route(
    {
      method: 'get',
      path: '/api/units',
      tag,
      summary: '单位和岗位 / Units with their posts',
      answer: z.array(unitSchema),
    },
    async (): Promise<UnitView[]> => {
      const { units, posts } = await directory.get()
      return [...units.values()].map(({ position: _position, ...unit }) => ({
        ...unit,
        posts: [...posts.values()]
          .filter((post) => post.unit === unit.id)
          .map(({ id, title, roles }) => ({ id, title, roles })),
      }))
    },
  )

  api.route(
    { method: 'get', path: '/api/posts', tag, summary: '岗位 / Posts', answer: z.array(postRef) },
    async (): Promise<PostRef[]> => {
      const names = await directory.get()
      return [...names.posts.keys()].map((id) => names.post(id))
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/calendar',
      tag: '日历 / Calendar',
      summary: '放假和调休，按通知 / Days off and make-up days, by notice',
      answer: calendarSchema,
    },
    async (): Promise<CalendarView> => {
      const stored = await listHolidayYears(dbOf(services), context.city)
      const years = stored.map(({ data }) => parseHolidayYear(data))
      const next = yearOf(dayOf(context.now())) + 1
      return {
        years: years.map(({ year, notice, off, work }) => ({
          year,
          off,
          work,
          notice: `${notice.title}（${notice.number}）`,
          workingDays: workingDaysInYear(context.calendar, year),
        })),
        alarm: alarmFor(
          next - 1,
          years.map(({ year }) => year),
        ),
      }
    },
  )
}

/** A year without its notice makes every due date in it provisional. */
function alarmFor(year: number, loaded: readonly number[]) {
  const missing = [year, year + 1].filter((one) => !loaded.includes(one))
  if (missing.length === 0) return null
  const list = missing.join('、')
  return t(
    `${list} 年的放假通知还没载入，落在这一年的时限是暂定的`,
    `The holiday notice of ${missing.join(' and ')} is not loaded: due dates in that year are provisional`,
  )
}
