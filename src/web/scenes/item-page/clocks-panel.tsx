import { useState } from 'react'
import type { ClockView, ItemView, RungView } from '../../../api/present/item.ts'
import { dayOf, timeOf } from '../../../calendar/moment.ts'
import { CLOSING_RUNG } from '../../../engine/rungs.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { DayStrip } from '../../parts/day-strip.tsx'
import { Panel } from '../../parts/panel.tsx'
import { RungMark } from '../../parts/rungs.tsx'
import { Why } from '../../parts/why.tsx'

/** 时限: the ladder of clocks; the chosen one shows day by day why it falls due when it does. */
export function ClocksPanel({ item, ledger }: { item: ItemView; ledger: AnyLedger }) {
  const say = useT()
  const format = useFormat()
  const [picked, setPicked] = useState<string | null>(null)
  const preferred =
    item.clocks.find(({ id }) => id === item.dueClock?.id) ??
    item.clocks.findLast(({ why }) => why !== null) ??
    item.clocks[0]
  const chosen = item.clocks.find(({ id }) => id === picked) ?? preferred
  const closing = item.rungs.find(({ clock }) => clock === CLOSING_RUNG)
  return (
    <div id="clocks">
      <Panel
        title={say(t('时限', 'Clocks'))}
        meta={say(t('交办 {moment} · {ledger}规则第 {n} 版', 'Issued {moment} · {ledger}, rules version {n}'), {
          moment: format.moment(item.openedAt),
          ledger: say(ledger.label),
          n: ledger.version,
        })}
      >
        <div className="ck">
          <ol className="lad">
            {item.clocks.map((clock) => (
              <li key={clock.id} className={clock === chosen ? 'cur' : undefined}>
                <button type="button" aria-pressed={clock === chosen} onClick={() => setPicked(clock.id)}>
                  <Mark clock={clock} />
                  <span>
                    <b>{say(clock.label)}</b>
                    <small>
                      {clock.dueAt
                        ? dayOf(clock.dueAt) === dayOf(clock.startedAt ?? '')
                          ? say(t('{day} 当天', '{day}, same day'), { day: format.day(clock.dueAt) })
                          : format.moment(clock.dueAt)
                        : say(clock.startedAt ? t('暂停计时', 'paused') : t('还没起算', 'not started'))}
                    </small>
                  </span>
                  <Standing clock={clock} />
                </button>
              </li>
            ))}
            {closing && <Closing rung={closing} />}
          </ol>
          {chosen && <Reason clock={chosen} />}
        </div>
      </Panel>
    </div>
  )
}

function Mark({ clock }: { clock: ClockView }) {
  const say = useT()
  const { label, state, dueAt, mark } = clock
  return <RungMark rung={{ mark: mark ?? say(label).slice(0, 1), state, label, dueAt }} />
}

const TONES: Partial<Record<RungView['state'], string>> = {
  met: 't-ok',
  met_late: 't-warn',
  today: 't-warn',
  overdue: 't-late',
}

/** How the clock stands: when it was met, or how long is left. */
function Standing({ clock }: { clock: ClockView }) {
  const say = useT()
  const format = useFormat()
  const { state, stoppedAt, dueAt } = clock
  const words = () => {
    if (stoppedAt !== null) {
      const sameDay = dueAt !== null && dayOf(stoppedAt) === dayOf(dueAt)
      const when = sameDay ? timeOf(stoppedAt) : format.day(stoppedAt)
      return say(state === 'met_late' ? t('{when} 迟办', '{when}, late') : t('{when} 已办', 'done {when}'), { when })
    }
    if (state === 'paused') return say(t('暂停', 'paused'))
    return dueAt === null ? '—' : format.leftInFull(dueAt)
  }
  return <em className={TONES[state]}>{words()}</em>
}

function Closing({ rung }: { rung: RungView }) {
  const say = useT()
  const format = useFormat()
  return (
    <li className="cl0">
      <div>
        <RungMark rung={rung} />
        <span>
          <b>{say(rung.label)}</b>
          <small>{say(t('不到位不销，挂账到底', 'kept on the books until closed'))}</small>
        </span>
        <em className={TONES[rung.state]}>{rung.stoppedAt ? format.day(rung.stoppedAt) : '—'}</em>
      </div>
    </li>
  )
}

function Reason({ clock }: { clock: ClockView }) {
  const say = useT()
  const format = useFormat()
  const { why, dueAt, label, extensions, provisional } = clock
  const title: Text = dueAt
    ? t(`为什么${label.zh}是 {day}`, `Why ${label.en} is due {day}`)
    : t(`${label.zh}：还没起算`, `${label.en}: not started`)
  return (
    <div className="why" aria-live="polite">
      <h3>{say(title, { day: dueAt ? format.day(dueAt) : '' })}</h3>
      {provisional !== null && (
        <p className="t-warn meta">
          {say(
            t(
              '{year} 年放假通知未载入，日期暂定',
              'The holiday notice of {year} is not loaded; the date may still move',
            ),
            { year: provisional },
          )}
        </p>
      )}
      {why ? (
        <>
          {why.days.length > 0 && <DayStrip days={why.days} />}
          <Why steps={why.steps} columns={2} />
          <p className="meta rule">
            {say(why.rule)}
            {extensions > 0 && say(t(' · 延期 {n} 次', ' · extended {n} times'), { n: extensions })}
          </p>
        </>
      ) : (
        <p className="meta">
          {say(
            t(
              '上一步办完后起算，到时这里写明每一天。',
              'It starts with the step before; then every day is shown here.',
            ),
          )}
        </p>
      )}
    </div>
  )
}
