import type { Api } from './route.ts'
import { daySheetSchema, myWorkSchema } from './schemas/work.ts'
import { dayView } from './views/day-view.ts'
import { myWorkView } from './views/my-work-view.ts'

const tag = '今日 / Today'

/** What a post has to do today: a lead unit's work, the supervision office's day. */
export function workRoutes(api: Api): void {
  api.route(
    {
      method: 'get',
      path: '/api/my-work',
      tag,
      summary: '我的事 / My work',
      doing: 'read_my_work',
      answer: myWorkSchema,
    },
    ({ actor }) => myWorkView(api.services, actor),
  )
  api.route(
    {
      method: 'get',
      path: '/api/day',
      tag,
      summary: '督办日程 / The supervision office’s day',
      doing: 'read_day',
      answer: daySheetSchema,
    },
    ({ actor }) => dayView(api.services, actor),
  )
}
