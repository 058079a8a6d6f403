import { Link } from 'wouter'
import type { OriginView } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'

/** 出处: the sentence of the report in its paragraph, marked, and the way to it on the desk. */
export function OriginPanel({ origin }: { origin: OriginView | null }) {
  const say = useT()
  if (!origin) return null
  const { paragraph, mark, reportTitle, section, topic, line, reportId, commitmentId } = origin
  const place = [section && say(t('（{section}）', ' ({section}) '), { section }), topic && `“${topic}”`]
  return (
    <Panel
      title={say(t('出处', 'Source'))}
      meta={
        <>
          <span lang="zh-CN">{`${reportTitle}${place.filter(Boolean).join('')}`}</span>
          {say(t('，第 {line} 行', ', line {line}'), { line })}
        </>
      }
      actions={
        <Link className="meta" href={`/reports/${reportId}?c=${commitmentId}`}>
          {say(t('回到原文', 'Back to the text'))}
        </Link>
      }
    >
      <p className="doc para" lang="zh-CN">
        {paragraph.slice(0, mark.start)}
        <mark>{paragraph.slice(mark.start, mark.end)}</mark>
        {paragraph.slice(mark.end)}
      </p>
    </Panel>
  )
}
