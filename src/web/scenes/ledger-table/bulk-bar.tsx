import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BulkBody, BulkResult, ItemRow } from '../../../api/present/item.ts'
import { findAction } from '../../../engine/built-in-actions.ts'
import { many } from '../../../engine/ledger.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { post } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextArea } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useToast } from '../../parts/toast.tsx'
import { RefusedButton } from '../../parts/refused.tsx'
import { problemOf } from '../../problem.ts'

/** The API takes no more at once. */
const MOST = 200

/** Can this item be pressed in its stage? The server decides; this says beforehand which will be refused. */
function isPressable(row: ItemRow): boolean {
  const ledger = findLedger(row.ledger)
  const press = ledger && findAction(ledger, 'press')
  return press ? many(press.action.from).includes(row.stage) : false
}

/** Floats at the bottom from the first tick: how many items, of how many units, what can be done, and why not. */
export function BulkBar({ rows, onClear }: { rows: readonly ItemRow[]; onClear: () => void }) {
  const say = useT()
  const [asking, setAsking] = useState(false)
  const units = new Set(rows.map((row) => row.leadUnit.id)).size
  const open = rows.filter(isPressable)
  const held = rows.length - open.length
  useEscape(onClear, rows.length > 0 && !asking)
  if (rows.length === 0) return null
  const over = open.length > MOST
  return (
    <section className="panel bulk pop" aria-label={say(t('批量', 'Selection'))}>
      <b>{say(t('已选 {n} 项', '{n} selected'), { n: rows.length })}</b>
      <span className="meta">{say(t('涉及 {n} 个单位', 'of {n} lead units'), { n: units })}</span>
      <span className="sp" />
      {open.length === 0 || over ? (
        <RefusedButton
          small
          verb={say(t('催办', 'Press'))}
          reason={say(
            over
              ? t('一次最多 {most} 项，现在 {n} 项', 'At most {most} at once; {n} are selected')
              : t('所选都已销号或暂停', 'All selected are closed or paused'),
            { most: MOST, n: open.length },
          )}
        />
      ) : (
        <>
          {held > 0 && (
            <span className="meta">
              {say(t('其中 {n} 项已销号或暂停，不催', '{n} closed or paused, left out'), { n: held })}
            </span>
          )}
          <Button small look="primary" onPress={() => setAsking(true)}>
            {say(t('催办 {n}', 'Press {n}'), { n: open.length })}
          </Button>
        </>
      )}
      <span className="vbar" />
      <Button small look="text" onPress={onClear} keyHint="Esc">
        {say(t('取消', 'Leave'))}
      </Button>
      {asking && <PressDialog rows={open} onClose={() => setAsking(false)} onDone={onClear} />}
    </section>
  )
}

function useEscape(run: () => void, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent) => {
      const overlaid = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !overlaid) run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [run, on])
}

type PressProps = { rows: readonly ItemRow[]; onClose: () => void; onDone: () => void }

/** One note for all; what was refused is listed with its reason and the rest stays done. */
function PressDialog({ rows, onClose, onDone }: PressProps) {
  const say = useT()
  const client = useQueryClient()
  const { toast } = useToast()
  const [note, setNote] = useState('')
  const press = useMutation({
    mutationFn: () =>
      post<BulkResult>('/items/bulk', {
        action: 'press',
        items: rows.map(({ id, version }) => ({ id, version })),
        note: note.trim() || null,
      } satisfies BulkBody),
    onSuccess: ({ results }) => {
      for (const queryKey of [['ledger'], ['ledgers'], ['item'], ['day']]) void client.invalidateQueries({ queryKey })
      const done = results.filter(({ ok }) => ok).length
      if (done > 0) toast({ text: t(`已催办 ${done} 项`, `Pressed ${done}`) })
      if (done === results.length) {
        onClose()
        onDone()
      }
    },
  })
  const refused = press.data?.results.filter(({ ok }) => !ok) ?? []
  const problem = press.error ? problemOf(press.error) : null
  const leave = () => {
    onClose()
    if (press.data) onDone()
  }
  return (
    <Dialog open onClose={leave} title={say(t('催办 {n} 项', 'Press {n} items'), { n: rows.length })}>
      {press.data ? (
        <Refused refused={refused} rows={rows} onLeave={leave} />
      ) : (
        <Form onSubmit={() => press.mutate()} problem={problem} className="dlgf">
          <p className="i2">
            {say(
              t(
                '牵头单位马上收到提醒，每项各记一条；已有人改动的那项不催，写明原因。',
                'The lead units are told at once and each item records it. An item that somebody has changed meanwhile is left out and said so.',
              ),
            )}
          </p>
          <TextArea
            label={say(t('附言', 'Note'))}
            note={say(t('可不填', 'optional'))}
            value={note}
            onChange={setNote}
            rows={2}
            maxLength={500}
            autoFocus
          />
          {problem && (
            <p className="help err" role="alert">
              {say(problem.detail ?? problem.title)}
            </p>
          )}
          <div className="dlgb">
            <Button onPress={onClose}>{say(t('不催', 'Not now'))}</Button>
            <Button type="submit" look="primary" busy={press.isPending}>
              {say(t('催办 {n}', 'Press {n}'), { n: rows.length })}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}

function Refused({
  refused,
  rows,
  onLeave,
}: {
  refused: BulkResult['results']
  rows: readonly ItemRow[]
  onLeave: () => void
}) {
  const say = useT()
  return (
    <div role="alert">
      <p className="i2">{say(t('{n} 项没有催成：', '{n} were not pressed:'), { n: refused.length })}</p>
      <ul className="refd">
        {refused.map(({ id, reasons }) => {
          const row = rows.find((one) => one.id === id)
          return (
            <li key={id}>
              <span className="muted">{row?.number}</span> {row?.title}
              <small>{reasons.map((reason) => say(reason)).join(say(t('；', '; ')))}</small>
            </li>
          )
        })}
      </ul>
      <div className="dlgb">
        <Button look="primary" onPress={onLeave}>
          {say(t('知道了', 'Done'))}
        </Button>
      </div>
    </div>
  )
}
