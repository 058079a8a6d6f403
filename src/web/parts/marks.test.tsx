// @vitest-environment happy-dom
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { t } from '../../text.ts'
import { NowProvider } from '../i18n/now.tsx'
import { ScheduleBar, StateBar } from './bars.tsx'
import { DayStrip } from './day-strip.tsx'
import { Kind } from './kind.tsx'
import { Light, LightShape, lightWords } from './light.tsx'
import type { LightMark } from './light.tsx'
import { Num } from './num.tsx'
import { Rungs } from './rungs.tsx'
import type { RungState } from './rungs.tsx'
import { Triple } from './triple.tsx'

const now = '2024-09-18T09:40:00+08:00'

function drawn(node: ReactNode): HTMLElement {
  const host = document.createElement('div')
  host.innerHTML = renderToStaticMarkup(<NowProvider at={now}>{node}</NowProvider>)
  return host
}
/** What a reader would say: names of images first, then the text outside them. */
const spoken = (host: HTMLElement) =>
  [...host.querySelectorAll('[role=img]')].map((mark) => mark.getAttribute('aria-label')).join(' ')

const marks = Object.keys(lightWords) as LightMark[]

describe('lights', () => {
  test.each(marks)('%s reads as its word once, shape hidden', (light) => {
    const host = drawn(<Light light={light} />)
    expect(host.textContent).toBe(lightWords[light].zh)
    expect(spoken(host)).toBe('')
    expect(host.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })
  test.each(marks)('%s alone is an image with its word', (light) => {
    expect(spoken(drawn(<LightShape light={light} />))).toBe(lightWords[light].zh)
  })
  test('with other words beside it, the word of the light is still read', () => {
    const host = drawn(<Light light="warn">差 1 个</Light>)
    expect(spoken(host)).toBe('临期')
    expect(host.textContent).toContain('差 1 个')
  })
  test('every light has its own shape', () => {
    const shapes = marks.map((light) => {
      const path = drawn(<LightShape light={light} />).querySelector('path')
      return `${path?.getAttribute('d')} ${path?.getAttribute('fill')}`
    })
    expect(new Set(shapes).size).toBe(marks.length)
  })
})

test('the three statuses read in their fixed order', () => {
  expect(spoken(drawn(<Triple reported="ok" evidenced="mute" schedule="late" />))).toBe('报 正常，证 静默，时 逾期')
})

test.each([
  ['today', '2024-09-18T18:00:00+08:00', '首次反馈，今天 18:00 到期'],
  ['next', '2024-09-20T18:00:00+08:00', '首次反馈，9月20日 18:00 到期'],
  ['overdue', '2024-09-10T18:00:00+08:00', '首次反馈，9月10日 18:00 到期，逾期'],
  ['met', '2024-09-10T18:00:00+08:00', '首次反馈，按期'],
  ['todo', null, '首次反馈，未到'],
] satisfies [RungState, string | null, string][])('a rung that is %s', (state, dueAt, words) => {
  const rung = { mark: '3', state, label: t('首次反馈', 'First reply'), dueAt }
  expect(spoken(drawn(<Rungs rungs={[rung]} />))).toBe(words)
})

test('a kind is named for readers, once', () => {
  expect(
    drawn(<Kind kind="state" />)
      .querySelector('abbr')
      ?.getAttribute('aria-label'),
  ).toBe('状态目标')
  expect(
    drawn(<Kind kind="state" named />)
      .querySelector('abbr')
      ?.getAttribute('aria-hidden'),
  ).toBe('true')
})

describe('numbers', () => {
  test('a number is a link named with what it counts', () => {
    const link = drawn(<Num value={371} label="已销号" href="/ledgers/x" />).querySelector('a')
    expect(link?.getAttribute('aria-label')).toBe('已销号 371')
    expect(link?.getAttribute('href')).toBe('/ledgers/x')
  })
  test('zero is no link and still reads as 0; unknown is a dash', () => {
    const zero = drawn(<Num value={0} label="逾期" href="/x" />)
    expect(zero.querySelector('a')).toBeNull()
    expect(zero.querySelector('.vis-h')?.textContent).toBe('0')
    expect(drawn(<Num value={null} label="逾期" href="/x" />).textContent).toBe('—')
  })
})

test('bars read as words and numbers; empty parts are not read', () => {
  const parts = [
    { light: 'done', count: 17 },
    { light: 'warn', count: 0 },
    { light: 'late', count: 2 },
  ] as const
  expect(spoken(drawn(<StateBar parts={parts} />))).toBe('已销号 17，逾期 2')
  expect(spoken(drawn(<ScheduleBar value={0.8} tick={2 / 3} label="完工" />))).toBe('完工 80.0%，按计划到今天 66.7%')
  expect(drawn(<ScheduleBar value={1.4} label="完工" />).querySelector('i')?.style.width).toBe('100.0%')
})

test('the day strip marks rest days, make-up days and the end', () => {
  const host = drawn(
    <DayStrip
      days={[
        { day: '2024-09-12', role: 'start', mark: null },
        { day: '2024-09-14', role: 'count', n: 2, mark: 'work' },
        { day: '2024-09-15', role: 'roll', mark: 'off' },
        { day: '2024-09-18', role: 'due', mark: null },
      ]}
    />,
  )
  expect([...host.querySelectorAll('li')].map((cell) => cell.className.trim())).toEqual([
    'dy s',
    'dy w',
    'dy o',
    'dy e',
  ])
  expect([...host.querySelectorAll('em')].map((word) => word.textContent)).toEqual(['起', '2', '顺延', '到期'])
})
