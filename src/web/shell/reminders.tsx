import { useMutation, useQuery } from '@tanstack/react-query'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Link } from 'wouter'
import type { NotificationList } from '../../api/present/session.ts'
import { t } from '../../text.ts'
import { get, post, queryClient, sessionKey } from '../client.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Icon } from '../parts/icon.tsx'
import { EmptyState, PageError, Skeleton } from '../parts/states.tsx'
import { useSession } from '../session.ts'

const listKey = ['notifications'] as const

/** The bell: how many are unread, and the list of reminders when opened. */
export function Reminders() {
  const say = useT()
  const { counts } = useSession()
  const unread = counts.reminders
  const label =
    unread > 0 ? say(t('提醒，{n} 条未读', 'Reminders, {n} unread'), { n: unread }) : say(t('提醒', 'Reminders'))
  return (
    <DialogTrigger>
      <AriaButton className="ib bell" aria-label={label}>
        <Icon name="bell" />
        {unread > 0 && <u aria-hidden="true">{unread > 99 ? '99+' : unread}</u>}
      </AriaButton>
      <Popover className="pop rem" placement="bottom end">
        <Dialog aria-label={say(t('提醒', 'Reminders'))}>{({ close }) => <ReminderList onGo={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function ReminderList({ onGo }: { onGo: () => void }) {
  const say = useT()
  const format = useFormat()
  const list = useQuery({ queryKey: listKey, queryFn: ({ signal }) => get<NotificationList>('/notifications', signal) })
  const readAll = useMutation({
    mutationFn: () => post<unknown>('/notifications/read', {}),
    onSuccess: async () => {
      await Promise.all([listKey, sessionKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  if (list.isPending) return <Skeleton rows={[90, 60, 90]} />
  if (!list.data) return <PageError error={list.error} onRetry={() => void list.refetch()} />
  const { items, unread } = list.data
  return (
    <>
      <div className="ph">
        <h2>{say(t('提醒', 'Reminders'))}</h2>
        <span className="sp" />
        {unread > 0 && (
          <button type="button" className="lk-btn meta" disabled={readAll.isPending} onClick={() => readAll.mutate()}>
            {say(t('都已读', 'Mark all read'))}
          </button>
        )}
      </div>
      {items.length === 0 && <EmptyState icon="bell" title={say(t('没有提醒', 'No reminders'))} />}
      <ul className="reml">
        {items.map((item) => (
          <li key={item.id} className={item.read ? '' : 'new'}>
            <Link href={item.href} onClick={onGo}>
              <span>
                {!item.read && <span className="vis-h">{say(t('未读：', 'Unread: '))}</span>}
                {say(item.text)}
              </span>
              <time dateTime={item.at}>{format.moment(item.at)}</time>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
