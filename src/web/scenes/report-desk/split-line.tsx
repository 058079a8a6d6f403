import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CommitmentView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { usualSplit } from './desk-list.ts'
import { keptText, originalOffset } from './marked-text.ts'
import type { Desk } from './use-desk.ts'

/** Where a commitment falls in two: a caret in its text, moved by the arrows or a click; a click in the source does it too. */
export function SplitLine({ desk, commitment }: { desk: Desk; commitment: CommitmentView }) {
  const say = useT()
  const { text, span } = { text: desk.report.text, span: commitment.span }
  const letters = keptText(text, span)
  const [at, setAt] = useState(() => usualSplit(letters))
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.focus(), [])
  const split = () => desk.split(originalOffset(text, span[0], at))
  const go = (place: number) => setAt(Math.min(letters.length - 1, Math.max(1, place)))
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(at - 1),
      ArrowRight: () => go(at + 1),
      Home: () => go(1),
      End: () => go(letters.length - 1),
      Enter: split,
      Escape: () => desk.setMode('view'),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    step()
  }
  return (
    <div className="cutl">
      <div
        ref={line}
        className="cutt doc"
        lang="zh-CN"
        role="slider"
        tabIndex={0}
        aria-label={say(t('拆在哪里', 'Where to split'))}
        aria-valuemin={1}
        aria-valuemax={letters.length - 1}
        aria-valuenow={at}
        aria-valuetext={`${letters.slice(0, at)} | ${letters.slice(at)}`}
        onKeyDown={press}
        onClick={(event) => {
          const place = event.target instanceof HTMLElement ? event.target.dataset['place'] : undefined
          if (place !== undefined) go(Number(place))
        }}
      >
        {letters.split('').map((letter, place) => (
          <span key={place} data-place={place} className={place === at ? 'here' : ''}>
            {letter}
          </span>
        ))}
      </div>
      <p className="meta">
        {say(
          t(
            '← → 移动，⏎ 拆开；也可以直接点左边原文。',
            '← → move, ⏎ split; or click the place in the text at the left.',
          ),
        )}
      </p>
      <div className="row act">
        <Button small onPress={split}>
          {say(t('拆开', 'Split here'))}
        </Button>
        <Button look="text" small onPress={() => desk.setMode('view')}>
          {say(t('不拆', 'Leave'))}
        </Button>
      </div>
    </div>
  )
}
