import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { ReportSummary } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { get, queryClient, remove } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { ConfirmDialog, Dialog } from '../../parts/dialog.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { PageError, Skeleton } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useToast } from '../../parts/toast.tsx'
import { useSession } from '../../session.ts'
import { usePage } from '../../shell/page.tsx'
import { FirstRun } from './first-run.tsx'
import { HandIn } from './hand-in.tsx'
import './report-list.css'

/** The reports of the city; with none yet, the first run. Route /reports. */
export function ReportList() {
  const { city } = useSession()
  const first = useSearch() === 'start'
  const reports = useReports()
  const all = reports.data ?? []
  const empty = reports.data !== undefined && (all.length === 0 || first)
  usePage([{ label: empty ? t('开始使用', 'Getting started') : t('报告台', 'Report desk') }])
  if (reports.isPending) return <Skeleton />
  if (reports.data === undefined) return <PageError error={reports.error} onRetry={() => void reports.refetch()} />
  return (
    <div className={`s-report-list${empty ? ' start' : ''}`}>
      {empty ? <FirstRun sample={city.sample ? all.at(-1) : undefined} /> : <Reports reports={all} />}
    </div>
  )
}

function useReports() {
  return useQuery({
    queryKey: ['reports'],
    queryFn: ({ signal }) => get<readonly ReportSummary[]>('/reports', signal),
  })
}

function Reports({ reports }: { reports: readonly ReportSummary[] }) {
  const say = useT()
  const [adding, setAdding] = useState(false)
  const [, navigate] = useLocation()
  return (
    <>
      <PageHead
        title={say(t('报告', 'Reports'))}
        meta={say(t('{n} 份', '{n}'), { n: reports.length })}
        actions={
          <>
            <Button look="text" small onPress={() => navigate('/reports?start')}>
              {say(t('四步开始', 'The four steps'))}
            </Button>
            <Button look="primary" small icon="plus" onPress={() => setAdding(true)}>
              {say(t('交进报告', 'Hand in a report'))}
            </Button>
          </>
        }
      />
      <div className="panel tbw">
        <table className="tb rps">
          <thead>
            <tr>
              <th>{say(t('报告', 'Report'))}</th>
              <th className="r">{say(t('年度', 'Year'))}</th>
              <th>{say(t('进度', 'Progress'))}</th>
              <th className="r">{say(t('承诺', 'Promises'))}</th>
              <th className="r">{say(t('待审', 'To review'))}</th>
              <th className="r">{say(t('缺牵头', 'No lead'))}</th>
              <th className="r">{say(t('交进', 'Handed in'))}</th>
              <th>
                <span className="vis-h">{say(t('删去', 'Delete'))}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <ReportRow key={report.id} report={report} />
            ))}
          </tbody>
        </table>
      </div>
      <Dialog open={adding} onClose={() => setAdding(false)} title={say(t('交进报告', 'Hand in a report'))} wide>
        <div className="s-report-list drop12">
          <HandIn />
        </div>
      </Dialog>
    </>
  )
}

function ReportRow({ report }: { report: ReportSummary }) {
  const say = useT()
  const format = useFormat()
  const { counts, stage } = report
  const done = counts.accepted + counts.edited + counts.rejected
  return (
    <tr>
      <td>
        <Link href={`/reports/${report.id}`} className="rpt">
          {report.title}
        </Link>
      </td>
      <td className="r">{report.year}</td>
      <td>
        {stage === 'issued' ? (
          <Tag tone="ok">
            {say(t('已下达', 'Issued'))} {report.issuedAt !== null && format.day(report.issuedAt)}
          </Tag>
        ) : (
          <span className="rpg">
            <span className="pb">
              <i className="e" style={{ width: `${(100 * done) / Math.max(1, counts.total)}%` }} />
            </span>
            {done} / {counts.total}
          </span>
        )}
      </td>
      <td className="r">{counts.total}</td>
      <td className="r">{counts.pending}</td>
      <td className="r">{counts.noLead}</td>
      <td className="r">{format.day(report.createdAt)}</td>
      <td className="r">{stage === 'reviewing' && <DeleteReport report={report} />}</td>
    </tr>
  )
}

function DeleteReport({ report }: { report: ReportSummary }) {
  const say = useT()
  const { toast } = useToast()
  const [asking, setAsking] = useState(false)
  const { counts } = report
  const confirm = async () => {
    await remove<null>(`/reports/${report.id}`)
    await queryClient.invalidateQueries({ queryKey: ['reports'] })
    toast({ text: t('已删去', 'Deleted') })
  }
  return (
    <>
      <IconButton
        icon="x"
        small
        label={say(t('删去 {title}', 'Delete {title}'), { title: report.title })}
        onPress={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say(t('删去这份报告？', 'Delete this report?'))}
        effect={say(
          t(
            '{title}：{n} 条提议和已审的 {m} 条一并删去，不能撤回。',
            '{title}: its {n} proposals and the {m} reviewed go with it. This cannot be taken back.',
          ),
          { title: report.title, n: counts.total, m: counts.total - counts.pending },
        )}
        verb={say(t('删去', 'Delete'))}
        keep={say(t('留着', 'Keep'))}
        destructive
        onConfirm={confirm}
      />
    </>
  )
}
