import { useState } from 'react'
import type { LedgerFigures } from '../../../api/present/ledger.ts'
import { durationText } from '../../../calendar/duration.ts'
import { CREATE_LABEL } from '../../../engine/built-in-actions.ts'
import { describeCondition } from '../../../engine/describe-condition.ts'
import { type Action, type AnyLedger, type Clock, entryFor, many, type Standing } from '../../../engine/ledger.ts'
import { ROLE_NAMES } from '../../../engine/refusals.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Rate } from './head-figures.tsx'

const STANDINGS: Readonly<Record<Standing, Text>> = {
  wait: t('未启动', 'not started'),
  open: t('在办', 'open'),
  review: t('待审', 'in review'),
  paused: t('暂停', 'paused'),
  done: t('已销号', 'closed'),
}

type GuideProps = { ledger: AnyLedger; figures: LedgerFigures | undefined }

/** 说明: what the ledger is for, who does what in which stage, by when, and how its rates count. All from its definition. */
export function Guide({ ledger, figures }: GuideProps) {
  const say = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small icon="help" onPress={() => setOpen(true)}>
        {say(t('说明', 'Guide'))}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say(ledger.label)} shape="drawer" wide>
        <div className="guide">
          <p>{say(ledger.about)}</p>
          <Steps ledger={ledger} />
          <Clocks ledger={ledger} />
          <Lights ledger={ledger} />
          {figures && <Rates ledger={ledger} figures={figures} />}
          <h3>{say(t('依据', 'Rules'))}</h3>
          <ul>
            {ledger.source.rules.map((rule) => (
              <li key={rule} lang="zh-CN">
                {rule}
              </li>
            ))}
          </ul>
          <p className="meta">
            {say(t('本台账规则第 {n} 版', 'Version {n} of this ledger’s rules'), { n: ledger.version })}
          </p>
        </div>
      </Dialog>
    </>
  )
}

/** Each stage with what can be done in it, and by whom. */
function Steps({ ledger }: { ledger: AnyLedger }) {
  const say = useT()
  const who = (by: Action['by']) =>
    many(by)
      .map((role) => say(ROLE_NAMES[role]))
      .join(say(t('、', ', ')))
  return (
    <>
      <h3>{say(t('环节和办法', 'Stages and actions'))}</h3>
      <p className="meta">
        {say(t('{action}：{who}', '{action}: {who}'), { action: say(CREATE_LABEL), who: who(ledger.create.by) })}
      </p>
      <dl className="gst">
        {Object.entries(ledger.stages).map(([id, stage]) => (
          <div key={id}>
            <dt>
              {say(stage.label)} <Tag tone="outline">{say(STANDINGS[stage.standing])}</Tag>
            </dt>
            <dd>
              {Object.entries(ledger.actions)
                .filter(([, action]) => many<string>(action.from).includes(id))
                .map(([action, definition]) => (
                  <p key={action}>
                    <b>{say(definition.label)}</b>{' '}
                    <span className="meta">
                      {who(definition.by)}
                      {definition.to && ` → ${say(entryFor(ledger.stages, definition.to)?.label ?? definition.label)}`}
                      {definition.when && ` · ${say(describeCondition(ledger, definition.when))}`}
                    </span>
                  </p>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Clocks({ ledger }: { ledger: AnyLedger }) {
  const say = useT()
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => say(id === 'create' ? CREATE_LABEL : (entryFor(ledger.actions, id)?.label ?? t(id, id))))
      .join(say(t('、', ', ')))
  return (
    <>
      <h3>{say(t('时限', 'Clocks'))}</h3>
      <dl className="gst">
        {Object.entries(ledger.clocks).map(([id, clock]) => (
          <div key={id}>
            <dt>{say(clock.label)}</dt>
            <dd>
              {limitsOf(ledger, clock).map((limit) => (
                <p key={limit.en}>{say(limit)}</p>
              ))}
              <p className="meta">
                {say(t('自{starts}起，到{stops}止', 'from {starts} to {stops}'), {
                  starts: names(many<string>(clock.starts)),
                  stops: names(many<string>(clock.stops)),
                })}
                {clock.repeats && say(t('，办后重新起算', ', then anew'))}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function limitsOf(ledger: AnyLedger, { limit }: Clock): Text[] {
  if (Array.isArray(limit)) {
    const cases = limit as Extract<Clock['limit'], readonly unknown[]>
    return cases.map(({ when, is }) => {
      const words = durationText(is)
      if (!when) return t(`其余：${words.zh}`, `otherwise: ${words.en}`)
      const condition = describeCondition(ledger, when)
      return t(`${condition.zh}：${words.zh}`, `${condition.en}: ${words.en}`)
    })
  }
  const one = limit as Exclude<Clock['limit'], readonly unknown[]>
  if ('until' in one) {
    const label = entryFor(ledger.fields, one.until)?.label ?? t(one.until, one.until)
    return [t(`到“${label.zh}”`, `until “${label.en}”`)]
  }
  return [durationText(one)]
}

function Lights({ ledger }: { ledger: AnyLedger }) {
  const say = useT()
  const { warnWorkingDays, silentAfterDays, source } = ledger.lights
  return (
    <>
      <h3>{say(t('灯', 'Lights'))}</h3>
      <p>
        {say(t('到期前 {n} 个工作日起临期', 'Amber from {n} working days before the limit'), { n: warnWorkingDays })}
        {silentAfterDays !== null &&
          say(t('；{n} 天没有报告为静默', '; silent after {n} days without a report'), { n: silentAfterDays })}
      </p>
      <p className="meta" lang="zh-CN">
        {source}
      </p>
    </>
  )
}

function Rates({ ledger, figures }: { ledger: AnyLedger; figures: LedgerFigures }) {
  const say = useT()
  return (
    <>
      <h3>{say(t('口径', 'Metrics'))}</h3>
      <dl className="gst">
        {figures.metrics.map((metric) => (
          <div key={metric.id}>
            <dt>{say(metric.label)}</dt>
            <dd>
              <p>
                <Rate metric={metric} ledger={ledger} asOf={figures.asOf} />
              </p>
              <p className="meta">{say(metric.formula)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
