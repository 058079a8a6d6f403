import type { SignedIn } from '../../access/sessions.ts'
import { navOf } from '../../access/policies.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Account } from '../../storage/account-store.ts'
import { t } from '../../text.ts'
import type { Preferences, SessionView } from '../present/session.ts'
import type { Services } from '../services.ts'
import { countsFor } from './counts.ts'
import { yearView } from './year-view.ts'

export async function sessionView(services: Services, who: SignedIn): Promise<SessionView> {
  const { context, city, directory } = services
  const { account, actor, session } = who
  const asOf = context.now()
  const post = (await directory.get()).post(actor.post)
  const name = account.name
  return {
    account: { id: account.id, login: account.login, name: name === null ? post.title : t(name, name) },
    post,
    roles: actor.roles,
    city: { id: city.id, name: city.name, sample: city.sample },
    csrf: session.csrf,
    asOf,
    today: dayOf(asOf),
    year: yearView(dayOf(asOf), context.calendar),
    counts: await countsFor(services, actor, asOf),
    nav: navOf(actor),
    preferences: preferencesOf(account),
  }
}

/** What the account has set; the rest as it comes: usual type size, Chinese, single-letter keys on. */
function preferencesOf({ preferences: { large, lang, keys } }: Account): Preferences {
  return { large: large === true, lang: lang === 'en' ? 'en' : 'zh', keys: keys !== false }
}
