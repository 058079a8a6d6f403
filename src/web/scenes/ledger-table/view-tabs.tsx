import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { LedgerFigures, SavedView } from '../../../api/present/ledger.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { get, post, remove } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button, IconButton } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Popover } from '../../parts/popover.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { useToast } from '../../parts/toast.tsx'
import { problemOf } from '../../problem.ts'
import { addressOf, itemQuery, readTab, readView, sameAddress, type TabId, withTab, withView } from './address.ts'
import { ACROSS, useTotals } from './use-items.ts'
import { ViewSwitch } from './view-switch.tsx'

type TabDef = Readonly<{ id: TabId; label: Text; count: ((figures: LedgerFigures) => number) | null }>

function tabsOf(ledger: AnyLedger | null): readonly TabDef[] {
  const extended = ledger?.fields['extended']
  const longTerm = ledger !== null && Object.hasOwn(ledger.stages, 'long_term')
  return [
    { id: 'open', label: t('在办', 'Open'), count: ({ open }) => open },
    { id: 'today', label: t('今日到期', 'Due today'), count: ({ dueToday }) => dueToday },
    { id: 'late', label: t('逾期', 'Overdue'), count: ({ late }) => late },
    { id: 'week', label: t('7 天内到期', 'Due in 7 days'), count: ({ dueWeek }) => dueWeek },
    { id: 'silent', label: t('静默', 'Silent'), count: ({ silent }) => silent },
    ...(extended ? [{ id: 'extended' as const, label: longTerm ? LONG : EXTENDED, count: null }] : []),
    { id: 'review', label: t('待审销号', 'In review'), count: ({ review }) => review },
    { id: 'all', label: t('全部', 'All'), count: ({ total }) => total },
  ]
}

const EXTENDED = t('延期', 'Extended')
const LONG = t('延期与长期推进', 'Extended, long-term')
const BARE = new URLSearchParams()

type ViewTabsProps = {
  id: string
  ledger: AnyLedger | null
  params: URLSearchParams
  figures: LedgerFigures | undefined
}

/** The tabs of a ledger with their counts, then the account's own views, then 存为视图. */
export function ViewTabs({ id, ledger, params, figures }: ViewTabsProps) {
  const say = useT()
  const views = useViews(id)
  const tabs = tabsOf(ledger)
  const queries = [
    ...tabs.map((tab) => itemQuery(withTab(BARE, tab.id))),
    ...views.map((view) => itemQuery(new URLSearchParams(view.query))),
  ]
  // What the figures tell is not counted a second time.
  const asked = queries.filter((_, at) => figures === undefined || !tabs[at]?.count)
  const totals = useTotals(id, figures ? asked.map(String) : [])
  const countOf = (at: number) => {
    const tab = tabs[at]
    const told = figures && tab?.count?.(figures)
    const query = queries[at]
    return told ?? (query && totals[asked.indexOf(query)])
  }
  const current = views.find((view) => sameAddress(new URLSearchParams(view.query), params))
  const links = [
    ...tabs.map((tab, at) => ({
      id: tab.id as string,
      label: say(tab.label),
      href: addressOf(id, withTab(params, tab.id)),
      count: countOf(at),
    })),
    ...views.map((view, at) => ({
      id: view.id,
      label: view.name,
      href: `/ledgers/${id}?${view.query}`,
      count: countOf(tabs.length + at),
    })),
  ]
  return (
    <div className="tabrow">
      <Tabs tabs={links} current={current?.id ?? readTab(params)} label={say(t('视图', 'Views'))} />
      {ledger && (current ? <DropView view={current} /> : <SaveView ledger={ledger.id} params={params} />)}
      <span className="sp" />
      {ledger && <ViewSwitch current={readView(params)} hrefOf={(view) => addressOf(id, withView(params, view))} />}
    </div>
  )
}

const viewsKey = ['views'] as const

function useViews(ledger: string): readonly SavedView[] {
  const { data } = useQuery({
    queryKey: viewsKey,
    queryFn: ({ signal }) => get<readonly SavedView[]>('/views', signal),
    enabled: ledger !== ACROSS,
  })
  return (data ?? []).filter((view) => view.ledger === ledger)
}

function SaveView({ ledger, params }: { ledger: string; params: URLSearchParams }) {
  const say = useT()
  return (
    <Popover
      label={say(t('存为视图', 'Save view'))}
      triggerClass="lk-btn row savev"
      trigger={
        <>
          <Icon name="plus" size="s" />
          {say(t('存为视图', 'Save view'))}
        </>
      }
    >
      {(close) => <NameForm ledger={ledger} query={params.toString()} onDone={close} />}
    </Popover>
  )
}

function NameForm({ ledger, query, onDone }: { ledger: string; query: string; onDone: () => void }) {
  const say = useT()
  const client = useQueryClient()
  const { toast } = useToast()
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () => post<SavedView>('/views', { ledger, name: name.trim(), query }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: viewsKey })
      toast({ text: t(`已存视图“${name.trim()}”`, `Saved the view “${name.trim()}”`) })
      onDone()
    },
  })
  const problem = save.error ? problemOf(save.error) : null
  const wrong = problem && say(problem.errors[0]?.message ?? problem.detail ?? problem.title)
  return (
    <Form onSubmit={() => save.mutate()} problem={problem} className="namef">
      <TextField
        label={say(t('视图名', 'Name of the view'))}
        value={name}
        onChange={setName}
        maxLength={40}
        autoFocus
        error={wrong}
        help={say(t('存下现在的筛选和排序，只有本账号看得到', 'Keeps these filters and this order, for this account'))}
      />
      <Button type="submit" look="primary" busy={save.isPending} isDisabled={name.trim() === ''}>
        {say(t('存下', 'Save'))}
      </Button>
    </Form>
  )
}

/** Can be taken back: the view is then saved again as it was. */
function DropView({ view }: { view: SavedView }) {
  const say = useT()
  const client = useQueryClient()
  const { toast } = useToast()
  const [, navigate] = useLocation()
  const renew = () => client.invalidateQueries({ queryKey: viewsKey })
  const drop = useMutation({
    mutationFn: () => remove(`/views/${view.id}`),
    onSuccess: () => {
      void renew()
      navigate(`/ledgers/${view.ledger}?tab=open`)
      const { ledger, name, query } = view
      toast({
        text: t(`已删视图“${name}”`, `Deleted the view “${name}”`),
        undo: () => post('/views', { ledger, name, query }).then(renew),
      })
    },
    onError: (error) => toast({ text: problemOf(error).title, tone: 'wrong' }),
  })
  return (
    <IconButton
      icon="x"
      small
      label={say(t('删视图“{name}”', 'Delete the view “{name}”'), { name: view.name })}
      onPress={() => drop.mutate()}
    />
  )
}
