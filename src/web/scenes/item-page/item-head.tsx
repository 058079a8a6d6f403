import { Link } from 'wouter'
import type { ItemView, StatusView } from '../../../api/present/item.ts'
import { entryFor, type AnyLedger } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { ScheduleBar } from '../../parts/bars.tsx'
import { IconButton } from '../../parts/button.tsx'
import { Light, LightShape, lightWords } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useToast } from '../../parts/toast.tsx'
import { type StatusName, StatusSign, statusSigns } from '../../parts/triple.tsx'

type ItemHeadProps = { item: ItemView; ledger: AnyLedger; fresh: boolean }

/** What it is and whose, and the three statuses side by side: never averaged. */
export function ItemHead({ item, ledger, fresh }: ItemHeadProps) {
  const say = useT()
  const tags = tagsOf(item, ledger)
  return (
    <section className={`panel hd${fresh ? ' fresh' : ''}`}>
      <div className="hd1">
        <div>
          <div className="row hdt">
            <Light light={item.light} />
            <span className="meta">{item.number}</span>
            {item.stageLabel.zh !== lightWords[item.light].zh && <Tag tone="brand">{say(item.stageLabel)}</Tag>}
            {tags.map((tag) => (
              <Tag key={tag.en}>{say(tag)}</Tag>
            ))}
            {item.silent && (
              <Tag tone="outline">
                <LightShape light="mute" small word={false} />
                {say(lightWords.mute)}
              </Tag>
            )}
          </div>
          <h1 className="big">{hanSpaced(item.title)}</h1>
          <Owners item={item} ledger={ledger} />
        </div>
        <HeadActions item={item} />
      </div>
      <div className="tri3">
        {(['reported', 'evidenced', 'schedule'] as const).map((name) => (
          <Status key={name} name={name} item={item} />
        ))}
      </div>
    </section>
  )
}

/** The choices it was opened with: 重点工作任务, 重大. */
function tagsOf({ values }: ItemView, ledger: AnyLedger): Text[] {
  return ledger.create.asks.flatMap((id) => {
    const value = values[id]
    const option = typeof value === 'string' ? entryFor(ledger.fields[id]?.options ?? {}, value) : undefined
    return option ? [option] : []
  })
}

function Owners({ item, ledger }: { item: ItemView; ledger: AnyLedger }) {
  const say = useT()
  const { leadUnit, coUnits, leader, origin } = item
  const [first] = coUnits
  const names = coUnits.map((unit) => say(unit.short)).join(say(t('、', ', ')))
  return (
    <p className="meta own">
      <span>
        {say(t('牵头', 'Lead'))} <b title={say(leadUnit.name)}>{say(leadUnit.short)}</b>
      </span>
      {first && (
        <span title={names}>
          {say(t('协办', 'With'))} <b>{say(first.short)}</b>
          {coUnits.length > 1 && say(t(' 等 {n} 个', ' and others, {n} in all'), { n: coUnits.length })}
        </span>
      )}
      {leader && (
        <span>
          {say(t('分管', 'Leader'))} <b>{say(leader.title)}</b>
        </span>
      )}
      <span>
        {say(t('来源', 'From'))}{' '}
        {origin && (
          <>
            <Link href={`/reports/${origin.reportId}?c=${origin.commitmentId}`}>
              {say(t('政府工作报告 第 {seq} 条', 'Work report, promise {seq}'), { seq: origin.seq })}
            </Link>
            {' → '}
          </>
        )}
        <Link href={`/ledgers/${ledger.id}?tab=open`}>{say(ledger.label)}</Link>
      </span>
    </p>
  )
}

function HeadActions({ item }: { item: ItemView }) {
  const say = useT()
  const { toast } = useToast()
  const copy = () =>
    navigator.clipboard
      .writeText(`${item.number} ${item.title} ${location.origin}/items/${item.id}`)
      .then(() => toast({ text: t('已复制编号、事项和地址', 'Number, title and address copied') }))
  return (
    <div className="row hda">
      {'clipboard' in navigator && (
        <IconButton icon="link" label={say(t('复制链接', 'Copy link'))} onPress={() => void copy()} />
      )}
      <IconButton icon="print" label={say(t('打印', 'Print'))} onPress={() => print()} />
    </div>
  )
}

function Status({ name, item }: { name: StatusName; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const view = item.status[name]
  const { value, of, unit, light, note } = view
  const title = say(statusSigns[name].name)
  const href = name === 'evidenced' ? '#proof' : name === 'reported' ? '#history' : '#clocks'
  const planned = item.status.schedule.value
  const counted = item.status.reported.of !== null
  return (
    <div>
      <h3>
        <StatusSign status={name} />
        {title}
        <span className="sp" />
        <Light light={light}>{lightWord(name, view, item) && say(lightWord(name, view, item) as Text)}</Light>
      </h3>
      <p className="v">
        {value === null ? (
          <Stated name={name} item={item} />
        ) : (
          <>
            <Num value={value} label={title} href={`/items/${item.id}${href}`} zero="digit" />
            <small>
              {name === 'schedule'
                ? say(t(' {unit}，按计划到今天应完成', ' {unit}, planned by today'), { unit: unit ?? '' })
                : counted
                  ? of !== null && ` / ${format.number(of)} ${unit ?? ''}`
                  : say(t(' 件有效，共 {of} 件', ' valid, {of} in all'), { of: of ?? 0 })}
            </small>
          </>
        )}
      </p>
      {counted && of !== null && of > 0 && (
        <ScheduleBar
          status={name}
          value={(value ?? 0) / of}
          tick={planned === null ? undefined : planned / of}
          label={title}
        />
      )}
      <p className="meta">{say(note)}</p>
    </div>
  )
}

/** In place of a number where nothing is counted: when it was heard of last, or what the clock says. */
function Stated({ name, item }: { name: StatusName; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  if (name === 'reported') {
    const { lastReportAt } = item
    return <>{lastReportAt ? format.ago(lastReportAt) : say(t('未报', 'No report'))}</>
  }
  if (name === 'schedule' && item.dueAt && item.light !== 'done') return <>{format.leftInFull(item.dueAt)}</>
  return <>{say(lightWords[item.status[name].light])}</>
}

/** A closer word than the light's own: 不足, 差 1 个. */
function lightWord(name: StatusName, { light, value, unit }: StatusView, item: ItemView): Text | undefined {
  if (light !== 'warn') return undefined
  if (name === 'evidenced') return t('不足', 'Short')
  const shown = item.status.evidenced.value
  if (name === 'schedule' && value !== null && shown !== null && shown < value) {
    const gap = Math.round((value - shown) * 1000) / 1000
    return t(`差 ${gap} ${unit ?? ''}`.trim(), `${gap} ${unit ?? ''} behind`)
  }
  return undefined
}
