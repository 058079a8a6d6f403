import { useState } from 'react'
import type { ActionView, ItemView } from '../../../api/present/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { ActionForm } from '../../actions/action-form.tsx'
import { useTakeAction } from '../../actions/use-take-action.ts'
import { newKey } from '../../client.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useKeys } from '../../parts/keys.tsx'
import { Panel } from '../../parts/panel.tsx'
import { RefusedList } from '../../parts/refused.tsx'
import { useToast } from '../../parts/toast.tsx'
import { problemOf } from '../../problem.ts'
import { useSession } from '../../session.ts'
import { sortActions, wayTo } from './sort-actions.ts'

type ActionsPanelProps = { item: ItemView; ledger: AnyLedger }

/** 可办: one primary button, the other open actions beside it, and what cannot be done yet with its reason and the way. */
export function ActionsPanel({ item, ledger }: ActionsPanelProps) {
  const say = useT()
  const { post } = useSession()
  const [picked, setPicked] = useState<string | null>(null)
  const { primary, others, undo, refused } = sortActions(item.actions)
  const open = [...(primary ? [primary] : []), ...others]
  const action = open.find(({ id }) => id === picked)
  useActionKeys(primary, others, setPicked)
  return (
    <Panel className="acts" title={say(t('可办', 'Actions'))} meta={`${say(post.unit.short)} ${say(post.title)}`}>
      {open.length + refused.length === 0 && !undo && (
        <p className="pad meta">{say(t('现在没有要本岗位办的', 'Nothing for your post to do now'))}</p>
      )}
      {(open.length > 0 || undo) && (
        <div className="pad">
          {primary && <Primary action={primary} item={item} onPress={() => setPicked(primary.id)} />}
          <div className="actg">
            {others.map((one) => (
              <Button
                key={one.id}
                look={one.destructive ? 'destructive' : 'secondary'}
                onPress={() => setPicked(one.id)}
              >
                {say(one.label)}
              </Button>
            ))}
            {undo && <Undo action={undo} item={item} />}
          </div>
        </div>
      )}
      <RefusedList
        actions={refused.map((one) => {
          const way = wayTo(one, open)
          return {
            id: one.id,
            verb: say(one.label),
            reason: one.refusals.map(({ message }) => say(message)).join(say(t('；', '; '))),
            way: way && (
              <>
                {say(t('。', '. '))}
                <button type="button" className="lk-btn" onClick={() => setPicked(way.id)}>
                  {say(t('去{verb}', '{verb}'), { verb: say(way.label) })}
                </button>
              </>
            ),
          }
        })}
      />
      <Dialog
        open={action !== undefined}
        onClose={() => setPicked(null)}
        title={action ? say(action.label) : ''}
        shape="drawer"
      >
        {action && (
          <>
            <p className="meta">
              {item.number} {hanSpaced(item.title)}
            </p>
            <ActionForm
              key={action.id}
              ledger={ledger}
              item={item}
              action={action}
              onDone={() => setPicked(null)}
              onCancel={() => setPicked(null)}
            />
          </>
        )}
      </Dialog>
    </Panel>
  )
}

/** A opens the main action, U the upload of proof. */
function useActionKeys(primary: ActionView | null, others: readonly ActionView[], pick: (id: string) => void): void {
  const attach = others.find(({ id }) => id === 'attach')
  useKeys(TITLE, [
    { keys: 'a', label: t('主要的办理', 'Main action'), ...(primary && { run: () => pick(primary.id) }) },
    { keys: 'u', label: t('上传佐证', 'Attach proof'), ...(attach && { run: () => pick(attach.id) }) },
  ])
}

const TITLE = t('事项', 'Item')

function Primary({ action, item, onPress }: { action: ActionView; item: ItemView; onPress: () => void }) {
  const say = useT()
  const format = useFormat()
  return (
    <>
      <Button look="primary" className="wide" onPress={onPress} keyHint="A">
        {say(action.label)}
      </Button>
      {item.roles.includes('owner') && item.dueAt && item.dueClock && (
        <p className="help">
          {say(t('{clock}：{left}', '{clock}: {left}'), {
            clock: say(item.dueClock.label),
            left: format.leftInFull(item.dueAt),
          })}
        </p>
      )}
    </>
  )
}

/** Takes back at once what was done last; that too stays in the history. */
function Undo({ action, item }: { action: ActionView; item: ItemView }) {
  const say = useT()
  const { toast } = useToast()
  const take = useTakeAction(item)
  const last = item.entries.find(({ reverted, reverts }) => !reverted && reverts === null)
  const run = () =>
    take.mutate(
      { action, body: {}, key: newKey() },
      {
        onError: (error) => {
          const problem = problemOf(error)
          toast({ text: problem.detail ?? problem.title, tone: 'wrong' })
        },
      },
    )
  return (
    <Button icon="undo" busy={take.isPending} onPress={run}>
      {last ? say(t('撤回“{label}”', 'Take back “{label}”'), { label: say(last.label) }) : say(action.label)}
    </Button>
  )
}
