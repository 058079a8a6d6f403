import type { ReactNode } from 'react'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'

export type TagTone = 'plain' | 'outline' | 'brand' | 'ok' | 'warn' | 'late'

const classes: Readonly<Record<TagTone, string>> = {
  plain: '',
  outline: 'o',
  brand: 'br',
  ok: 'ok',
  warn: 'warn',
  late: 'late',
}

export function Tag({ children, tone = 'plain', title }: { children: ReactNode; tone?: TagTone; title?: string }) {
  return (
    <span className={`tag ${classes[tone]}`} title={title}>
      {children}
    </span>
  )
}

/** The dashed sign on every screen that shows made-up progress. */
export function SampleTag() {
  const say = useT()
  return (
    <span
      className="tag sample"
      title={say(t('进展为示例；报告原文取自报告', 'Progress is invented; report text is the report’s'))}
    >
      {say(t('示例数据', 'Sample data'))}
    </span>
  )
}
