import type { ReactNode } from 'react'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'

/** One step: what happened, and the rule with its version or the notice it rests on. A calendar's DueStep is one. */
export type WhyStep = Readonly<{ text: Text | string; rule?: Text | string | undefined }>

/** How a date, a light or a reading came about: numbered steps, the last one filled. */
export function Why({ title, steps, columns = 1 }: { title?: ReactNode; steps: readonly WhyStep[]; columns?: 1 | 2 }) {
  const say = useT()
  const words = (text: Text | string) => (typeof text === 'string' ? text : say(text))
  return (
    <div className="whyb">
      {title && <h3>{title}</h3>}
      <ol className={`steps${columns === 2 ? ' two-up' : ''}`}>
        {steps.map(({ text, rule }, at) => (
          <li key={at} className={at === steps.length - 1 ? 'end' : undefined}>
            {words(text)}
            {rule && <small>{words(rule)}</small>}
          </li>
        ))}
      </ol>
    </div>
  )
}
