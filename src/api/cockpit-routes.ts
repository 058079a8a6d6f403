import * as z from 'zod'
import type { Api } from './route.ts'
import { cockpitSchema } from './schemas/cockpit.ts'
import { cockpitView } from './views/cockpit-view.ts'

export function cockpitRoutes(api: Api): void {
  api.route(
    {
      method: 'get',
      path: '/api/cockpit',
      tag: '驾驶舱 / Cockpit',
      summary: '一年一页 / The year on one page',
      doing: 'read_cockpit',
      query: { scope: z.enum(['city', 'mine', 'counties']).default('city') },
      answer: cockpitSchema,
    },
    ({ actor, query: { scope } }) => cockpitView(api.services, actor, scope),
  )
}
