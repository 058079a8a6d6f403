import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CalendarView, UnitView } from '../../../api/present/admin.ts'
import type { ReportSummary } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { Icon } from '../../parts/icon.tsx'
import { LightShape } from '../../parts/light.tsx'
import { useSession } from '../../session.ts'
import { HandIn } from './hand-in.tsx'

/** The empty system: four steps, of which the third begins here. `sample` is a report to look at first. */
export function FirstRun({ sample }: { sample: ReportSummary | undefined }) {
  const say = useT()
  return (
    <div className="fr">
      <div>
        <h1 className="gh1">{say(t('先把报告交进来', 'Hand the report in first'))}</h1>
        <p className="muted">
          {say(
            t('四步，一个下午。随时可停，已做的都留着。', 'Four steps, one afternoon. Stop any time; nothing is lost.'),
          )}
        </p>
        <ol className="st12">
          <UnitsStep />
          <CalendarStep />
          <Step
            no={3}
            current
            title={t('报告', 'Report')}
            what={say(t('交进来一份政府工作报告', 'Hand in a government work report'))}
            note={say(t('读出承诺、目标和时限，由人审定', 'Promises, targets and dates are read; people decide'))}
          />
          <Step
            no={4}
            title={t('分解', 'Breakdown')}
            what={say(t('逐条定牵头、时限、凭据，下达', 'Lead unit, deadline and proof for each, then issue'))}
            note={say(t('审完报告后开始', 'Begins after the review'))}
          />
        </ol>
      </div>
      <section className="panel drop12" aria-label={say(t('交进报告', 'Hand in a report'))}>
        <HandIn />
        {sample && <Sample report={sample} />}
        <p className="meta oath">
          <Icon name="lock" size="s" />{' '}
          {say(
            t(
              '交进来前请确认：不涉密。原件按字节保存，读的结果可以逐字回到原文。',
              'Make sure it is not classified. The original is kept byte for byte, and every reading leads back to it.',
            ),
          )}
        </p>
      </section>
    </div>
  )
}

function UnitsStep() {
  const say = useT()
  const { nav } = useSession()
  const { data } = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => get<readonly UnitView[]>('/units', signal),
  })
  const units = data ?? []
  const counties = units.filter(({ kind }) => kind === 'county').length
  const posts = units.reduce((sum, unit) => sum + unit.posts.length, 0)
  const counts = { counties, units: units.length - counties, posts }
  return (
    <Step
      no={1}
      done={units.length > 0}
      title={t('单位和岗位', 'Units and posts')}
      what={
        units.length === 0
          ? say(t('还没有单位', 'No units yet'))
          : say(
              t(
                '{counties} 县（市、区）、{units} 家单位、{posts} 个岗位',
                '{counties} counties, {units} units, {posts} posts',
              ),
              counts,
            )
      }
      note={say(t('从城市包导入', 'From the city pack'))}
      way={nav.includes('admin') && <Link href="/admin">{say(t('看一遍', 'Check'))}</Link>}
    />
  )
}

function CalendarStep() {
  const say = useT()
  const { nav } = useSession()
  const { data } = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => get<CalendarView>('/calendar', signal),
  })
  const years = data?.years.map(({ year }) => year) ?? []
  return (
    <Step
      no={2}
      done={years.length > 0}
      title={t('日历', 'Calendar')}
      what={
        years.length === 0
          ? say(t('还没有放假安排', 'No holiday notice yet'))
          : say(t('{years} 年放假安排，来源国务院办公厅通知', 'Holidays of {years}, from the State Council notices'), {
              years: years.join(say(t('、', ', '))),
            })
      }
      note={data?.alarm ? say(data.alarm) : ''}
      way={nav.includes('admin') && <Link href="/admin?tab=calendar">{say(t('看日历', 'Open'))}</Link>}
    />
  )
}

type StepProps = {
  no: number
  title: Text
  what: string
  note: string
  done?: boolean
  current?: boolean
  way?: ReactNode
}

function Step({ no, title, what, note, done = false, current = false, way }: StepProps) {
  const say = useT()
  const state = done ? 'done' : current ? 'cur' : 'wait'
  return (
    <li className={state} aria-current={current ? 'step' : undefined}>
      {done ? <LightShape light="done" word={t('已做', 'Done')} /> : <i className="stn">{no}</i>}
      <div>
        <b>{say(title)}</b>
        <span>{what}</span>
        {note !== '' && <small>{note}</small>}
      </div>
      {way !== undefined && way !== false && <span className="meta">{way}</span>}
    </li>
  )
}

/** The report of the sample city, to look at before handing in one's own. */
function Sample({ report }: { report: ReportSummary }) {
  const say = useT()
  return (
    <>
      <div className="or">
        <span>{say(t('或者', 'or'))}</span>
      </div>
      <Link href={`/reports/${report.id}`} className="samp">
        <div className="doc pg" aria-hidden="true">
          <b>政府工作报告</b>
          <i />
          <i />
          <i />
          <i />
          <i />
        </div>
        <div>
          <b>{say(t('先用示例看看', 'Look at the sample first'))}</b>
          <p>{report.title}</p>
          <small>
            {say(t('读出 {n} 条承诺，{m} 条数量目标', '{n} promises read, {m} with a number'), {
              n: report.counts.total,
              m: report.counts.byLabel.number,
            })}
          </small>
        </div>
        <Icon name="right" />
      </Link>
    </>
  )
}
