import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'

/** The state an item is in, as a lamp. */
export type LightKind = 'ok' | 'warn' | 'late' | 'back' | 'done' | 'wait' | 'pause'
/** Silence is an extra mark, not a state. */
export type LightMark = LightKind | 'mute'

export const lightWords: Readonly<Record<LightMark, Text>> = {
  ok: t('正常', 'On time'),
  warn: t('临期', 'Due soon'),
  late: t('逾期', 'Overdue'),
  back: t('补回', 'Made up'),
  done: t('已销号', 'Closed'),
  wait: t('未启动', 'Not started'),
  pause: t('暂停', 'Paused'),
  mute: t('静默', 'Silent'),
}

type Drawing = { d: string; width?: number; filled?: boolean }

/** Shape before colour: each reads without its hue. */
const drawings: Readonly<Record<LightMark, Drawing>> = {
  ok: { d: 'M2.4 8a5.6 5.6 0 1 0 11.2 0a5.6 5.6 0 1 0-11.2 0z', filled: true },
  warn: { d: 'M8 2.4 14 13H2z', filled: true, width: 1.2 },
  late: { d: 'M8 1 15 8l-7 7-7-7z', filled: true },
  back: { d: 'M8 3 13.6 12.8H2.4z', width: 1.8 },
  done: {
    d: 'M3.4 1.6h9.2a1.8 1.8 0 0 1 1.8 1.8v9.2a1.8 1.8 0 0 1-1.8 1.8H3.4a1.8 1.8 0 0 1-1.8-1.8V3.4a1.8 1.8 0 0 1 1.8-1.8zM6.9 12 12.6 5.9 11.3 4.6 6.9 9.4 4.8 7.3 3.5 8.6z',
    filled: true,
  },
  wait: { d: 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0z', width: 1.8 },
  pause: { d: 'M5.4 3.4v9.2M10.6 3.4v9.2', width: 2.6 },
  mute: {
    d: 'M2.8 3.4h10.4a1 1 0 0 1 1 1v7.2a1 1 0 0 1-1 1H2.8a1 1 0 0 1-1-1V4.4a1 1 0 0 1 1-1zM5 8h6',
    width: 1.8,
  },
}

type ShapeProps = {
  light: LightMark
  small?: boolean | undefined
  /** Read aloud where no word stands beside the shape; false where one does. */
  word?: Text | string | boolean | undefined
}

/** The bare shape of a light. With no word beside it, it reads as its word. */
export function LightShape({ light, small, word = true }: ShapeProps) {
  const say = useT()
  const { d, width, filled } = drawings[light]
  const spoken = word === true ? lightWords[light] : word
  const label = typeof spoken === 'object' ? say(spoken) : spoken
  const shape = (
    <path
      d={d}
      fill={filled ? 'currentColor' : 'none'}
      fillRule="evenodd"
      stroke={filled && !width ? 'none' : 'currentColor'}
      strokeWidth={width}
    />
  )
  const className = `g ${light}${small ? ' s' : ''}`
  if (!label) {
    return (
      <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shape}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 16 16" role="img" aria-label={label} focusable="false">
      <title>{label}</title>
      {shape}
    </svg>
  )
}

type LightProps = {
  light: LightMark
  /** In place of the light's own word: 差 1 个, 今天 18:00. The light's word is still read first. */
  children?: string | undefined
  small?: boolean | undefined
}

/** Shape and word. Reads as the word of the light, then what is written. */
export function Light({ light, children, small }: LightProps) {
  const say = useT()
  return (
    <span className={`lt ${light}`}>
      <LightShape light={light} small={small} word={children !== undefined} />
      {children ?? say(lightWords[light])}
    </span>
  )
}
