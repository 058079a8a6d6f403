import { useMemo, useState } from 'react'
import type { ActionView, ItemView } from '../../../api/present/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { ActionForm } from '../../actions/action-form.tsx'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { useKeys } from '../../parts/keys.tsx'
import { RefusedButton, RefusedList } from '../../parts/refused.tsx'
import { closingAction } from './checks.ts'
import type { GroupId } from './queue-list.ts'

/** Actions that give a matter back to its unit: key R. */
const RETURNS = ['send_back', 'send_back_long_term', 'refuse_extension', 'decline']
/** The main thing to do for each reason a matter is here; for closing the definition says it. */
const MAIN: Readonly<Record<GroupId, readonly string[]>> = {
  review: [],
  extensions: ['grant_extension'],
  disputes: ['settle_dispute'],
  press: ['press'],
}

/** Actions that every ledger has and that settle what is here: a dispute may end with another lead unit. */
const SHARED: Readonly<Record<GroupId, readonly string[]>> = {
  review: [],
  extensions: [],
  disputes: ['transfer'],
  press: ['press'],
}

type DeedsProps = { ledger: AnyLedger; item: ItemView; group: GroupId; onDone: () => void }

/** What the office may do: buttons that open their form, the main one at the right; what is refused says why. */
export function Deeds({ ledger, item, group, onDone }: DeedsProps) {
  const [picked, setPicked] = useState<string | null>(null)
  const offered = item.actions.filter((one) => !one.builtIn || SHARED[group].includes(one.id))
  const open = offered.filter((one) => one.open)
  const main = group === 'review' ? closingAction(item, ledger) : mainOf(offered, group)
  const back = open.find((one) => RETURNS.includes(one.id))
  const action = open.find((one) => one.id === picked)
  useDeedKeys(back?.id ?? null, main?.open ? main.id : null, setPicked)
  if (action)
    return (
      <div className="m6f pl">
        <ActionForm
          key={action.id}
          ledger={ledger}
          item={item}
          action={action}
          onDone={onDone}
          onCancel={() => setPicked(null)}
        />
      </div>
    )
  return (
    <Buttons
      open={open.filter((one) => one !== main)}
      main={main}
      back={back ?? null}
      refused={offered.filter((one) => !one.open && one !== main)}
      onPick={setPicked}
    />
  )
}

function mainOf(offered: readonly ActionView[], group: GroupId): ActionView | null {
  return offered.find((one) => MAIN[group].includes(one.id)) ?? offered.find((one) => one.primary) ?? null
}

function useDeedKeys(back: string | null, main: string | null, pick: (id: string) => void): void {
  const bindings = useMemo(
    () => [
      ...(back ? [{ keys: 'r', label: t('退回', 'Return'), run: () => pick(back) }] : []),
      ...(main ? [{ keys: 'a', label: t('主要动作', 'Main action'), run: () => pick(main) }] : []),
    ],
    [back, main, pick],
  )
  useKeys(t('这一件', 'This matter'), bindings)
}

type ButtonsProps = {
  open: readonly ActionView[]
  main: ActionView | null
  back: ActionView | null
  refused: readonly ActionView[]
  onPick: (id: string) => void
}

function Buttons({ open, main, back, refused, onPick }: ButtonsProps) {
  const say = useT()
  const why = (one: ActionView) => one.refusals.map(({ message }) => say(message)).join(say(t('；', '; ')))
  const nothing = open.length === 0 && main === null
  return (
    <div className="m6f pl">
      <div className="row dds">
        {nothing && <span className="meta">{say(t('现在不由本岗位办', 'Nothing here for this post now'))}</span>}
        {open.map((one) => (
          <Button
            key={one.id}
            look={one.destructive ? 'destructive' : 'secondary'}
            keyHint={one === back ? 'R' : undefined}
            onPress={() => onPick(one.id)}
          >
            {say(one.label)}
          </Button>
        ))}
        <span className="sp" />
        {main?.open && (
          <Button look="primary" keyHint="A" onPress={() => onPick(main.id)}>
            {say(main.label)}
          </Button>
        )}
        {main && !main.open && <RefusedButton verb={say(main.label)} />}
      </div>
      {main && !main.open && (
        <p className="help">
          {say(t('不能{verb}：', 'Cannot {verb}: '), { verb: say(main.label).toLowerCase() })}
          {why(main)}
        </p>
      )}
      <RefusedList actions={refused.map((one) => ({ id: one.id, verb: say(one.label), reason: why(one) }))} />
    </div>
  )
}
