import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { storedLang, useLang } from './i18n/lang.tsx'
import { NowProvider } from './i18n/now.tsx'
import { KeysProvider } from './parts/keys.tsx'
import { NumProvider } from './parts/num.tsx'
import { PageError, Skeleton } from './parts/states.tsx'
import { ToastProvider } from './parts/toast.tsx'
import { Login } from './scenes/login.tsx'
import { NotFound } from './scenes/not-found.tsx'
import { useSession, useSessionQuery } from './session.ts'
import { PageBoundary } from './shell/page-boundary.tsx'
import { PageProvider } from './shell/page.tsx'
import { openPlaces } from './shell/places.ts'
import { Shell } from './shell/shell.tsx'

const Cockpit = lazy(async () => ({ default: (await import('./scenes/cockpit/cockpit.tsx')).Cockpit }))
const MyWork = lazy(async () => ({ default: (await import('./scenes/my-work/my-work.tsx')).MyWork }))
const SupervisionDay = lazy(async () => ({ default: (await import('./scenes/day/day.tsx')).SupervisionDay }))
const ReportList = lazy(async () => ({ default: (await import('./scenes/report-list/report-list.tsx')).ReportList }))
const ReportDesk = lazy(async () => ({ default: (await import('./scenes/report-desk/report-desk.tsx')).ReportDesk }))
const LedgerList = lazy(async () => ({ default: (await import('./scenes/ledger-list/ledger-list.tsx')).LedgerList }))
const LedgerTable = lazy(async () => ({
  default: (await import('./scenes/ledger-table/ledger-table.tsx')).LedgerTable,
}))
const ItemPage = lazy(async () => ({ default: (await import('./scenes/item-page/item-page.tsx')).ItemPage }))
const Admin = lazy(async () => ({ default: (await import('./scenes/admin/admin.tsx')).Admin }))

/** The app: login while nobody is signed in (over the address that was asked for), else the shell with the scene of the address. */
export function App() {
  const session = useSessionQuery()
  const { chooseLang } = useLang()
  const [, navigate] = useLocation()
  const preferences = session.data?.preferences
  useEffect(() => {
    if (preferences && storedLang() === null) chooseLang(preferences.lang)
  }, [preferences, chooseLang])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-size', preferences?.large === true)
    if (preferences?.large) document.documentElement.setAttribute('data-size', 'large')
  }, [preferences?.large])
  if (session.isPending) return <Skeleton rows={[]} />
  if (session.data === undefined) return <PageError error={session.error} onRetry={() => void session.refetch()} />
  return (
    <RouterProvider navigate={navigate}>
      <Providers>{session.data === null ? <Login /> : <Pages />}</Providers>
    </RouterProvider>
  )
}

function Providers({ children }: { children: ReactNode }) {
  const { data } = useSessionQuery()
  return (
    <NowProvider at={data?.asOf ?? null}>
      <KeysProvider enabled={data?.preferences.keys !== false}>
        <ToastProvider>
          <NumProvider>{children}</NumProvider>
        </ToastProvider>
      </KeysProvider>
    </NowProvider>
  )
}

function Pages() {
  const [location] = useLocation()
  return (
    <PageProvider>
      <Shell>
        <PageBoundary key={location}>
          <Suspense fallback={<Skeleton />}>
            <Scenes />
          </Suspense>
        </PageBoundary>
      </Shell>
    </PageProvider>
  )
}

function Scenes() {
  return (
    <Switch>
      <Route path="/" component={Home} />
      <Route path="/my-work" component={MyWork} />
      <Route path="/day" component={SupervisionDay} />
      <Route path="/reports" component={ReportList} />
      <Route path="/reports/:id" component={ReportDesk} />
      <Route path="/ledgers" component={LedgerList} />
      <Route path="/ledgers/:ledger" component={LedgerTable} />
      <Route path="/items/:id" component={ItemPage} />
      <Route path="/admin" component={Admin} />
      <Route path="/login">
        <Redirect to="/" replace />
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}

/** The cockpit, or the first page of a post that may not open it. */
function Home() {
  const { nav } = useSession()
  const first = openPlaces(nav)[0]
  return nav.includes('cockpit') || !first ? <Cockpit /> : <Redirect to={first.href} replace />
}
