import { accountRoutes } from './account-routes.ts'
import { actionRoutes } from './action-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { cityRoutes } from './city-routes.ts'
import { cockpitRoutes } from './cockpit-routes.ts'
import { docsRoutes } from './docs-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { itemRoutes } from './item-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { notificationRoutes } from './notification-routes.ts'
import { orgRoutes } from './org-routes.ts'
import { readerRuleRoutes, reportRoutes } from './report-routes.ts'
import { issueRoutes, reviewRoutes } from './review-routes.ts'
import type { Api } from './route.ts'
import { searchRoutes } from './search-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { viewRoutes } from './view-routes.ts'
import { workRoutes } from './work-routes.ts'
import { Origins } from './views/origin-view.ts'

/** Every route of the API, in the order in which the document shows them. */
export function registerRoutes(api: Api): void {
  const origins = new Origins(api.services)
  cityRoutes(api)
  sessionRoutes(api)
  notificationRoutes(api)
  searchRoutes(api)
  eventRoutes(api)
  cockpitRoutes(api)
  workRoutes(api)
  reportRoutes(api)
  readerRuleRoutes(api)
  reviewRoutes(api)
  issueRoutes(api)
  ledgerRoutes(api, origins)
  exportRoutes(api)
  itemRoutes(api, origins)
  actionRoutes(api, origins)
  fileRoutes(api)
  viewRoutes(api)
  orgRoutes(api)
  accountRoutes(api)
  adminRoutes(api)
  docsRoutes(api.app, api.services)
}
