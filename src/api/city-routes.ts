import { dayOf } from '../calendar/moment.ts'
import type { CityView } from './present/session.ts'
import type { Api } from './route.ts'
import { citySchema } from './schemas/session.ts'
import { yearView } from './views/year-view.ts'

/** What anybody may know before signing in. */
export function cityRoutes(api: Api): void {
  const { city, context, sampleAccounts } = api.services
  api.openRoute(
    {
      method: 'get',
      path: '/api/city',
      tag: '城市 / City',
      summary: '登录页要用的 / For the sign-in page',
      answer: citySchema,
    },
    (): CityView => {
      const today = dayOf(context.now())
      return {
        id: city.id,
        name: city.name,
        sample: city.sample,
        today,
        year: yearView(today, context.calendar),
        accounts: city.sample ? sampleAccounts : [],
      }
    },
  )
}
