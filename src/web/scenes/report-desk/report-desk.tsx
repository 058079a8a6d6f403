import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useParams } from 'wouter'
import type { ReportView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { PageError, Skeleton } from '../../parts/states.tsx'
import { useToast } from '../../parts/toast.tsx'
import { usePage } from '../../shell/page.tsx'
import { DeskHead, Progress } from './desk-head.tsx'
import { DeskUnits, useUnits } from './desk-units.tsx'
import { FilterBar } from './filter-bar.tsx'
import { KeyLine } from './key-line.tsx'
import { ProposalsPanel } from './proposals-panel.tsx'
import { lineWords, stateWords } from './review-words.ts'
import { SourcePanel } from './source-panel.tsx'
import { useDesk } from './use-desk.ts'
import type { Desk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { bringToMiddle } from './use-middle-third.ts'
import { WhyPanel } from './why-panel.tsx'
import './report-desk.css'
import './source.css'
import './proposals.css'
import './why.css'
import './narrow.css'

/** The report desk: source left, proposals right, and why they are read so. Route /reports/:id. */
export function ReportDesk() {
  const { id } = useParams<{ id: string }>()
  const report = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => get<ReportView>(`/reports/${id}`, signal),
  })
  const say = useT()
  usePage([{ label: t('报告', 'Reports'), href: '/reports' }, { label: t('报告台', 'Report desk') }], { folded: true })
  if (report.isPending) return <Skeleton label={say(t('正在打开报告', 'Opening the report'))} />
  if (report.data === undefined) return <PageError error={report.error} onRetry={() => void report.refetch()} />
  return (
    <DeskUnits>
      <OpenDesk key={id} report={report.data} />
    </DeskUnits>
  )
}

type Side = 'source' | 'proposals' | 'why'

function OpenDesk({ report }: { report: ReportView }) {
  const desk = useDesk(report)
  const { nameOf } = useUnits()
  const paper = useRef<HTMLDivElement>(null)
  const why = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side>('proposals')
  const { current } = desk
  const showing = (to: Side) => {
    setSide(to)
    requestAnimationFrame(() => {
      if (to === 'source' && paper.current && current) bringToMiddle(paper.current, current.id)
      if (to === 'source') paper.current?.focus({ preventScroll: true })
      if (to === 'why') why.current?.focus()
    })
  }
  useDeskKeys(desk, { toSource: () => showing('source'), toWhy: () => showing('why') })
  useSpokenLine(desk)
  return (
    <div className="s-report-desk" data-side={side}>
      <DeskHead desk={desk} nameOf={nameOf} />
      <Progress desk={desk} />
      <FilterBar desk={desk} />
      <SideTabs side={side} onChange={showing} />
      <div className="desk">
        <SourcePanel desk={desk} paper={paper} />
        <ProposalsPanel desk={desk} />
        <WhyPanel desk={desk} panel={why} />
      </div>
      <KeyLine />
    </div>
  )
}

/** On a phone one side is seen at a time. */
function SideTabs({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  const say = useT()
  const sides = [
    ['source', t('原文', 'Source')],
    ['proposals', t('提议', 'Proposals')],
    ['why', t('为什么', 'Why')],
  ] as const
  return (
    <div className="sides" role="group" aria-label={say(t('看哪一边', 'Which side'))}>
      {sides.map(([id, label]) => (
        <button key={id} type="button" aria-pressed={side === id} onClick={() => onChange(id)}>
          {say(label)}
        </button>
      ))}
    </div>
  )
}

/** Reads out the line under review when it changes, for those who do not see it move. */
function useSpokenLine({ current }: Desk): void {
  const say = useT()
  const { announce } = useToast()
  const speak = useEffectEvent((id: string | undefined) => {
    if (!current || current.id !== id) return
    announce([current.seq, lineWords(current), say(stateWords[current.state])].join(' '))
  })
  const first = useRef(true)
  const id = current?.id
  useEffect(() => {
    if (first.current) first.current = false
    else speak(id)
  }, [id])
}
