// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import type { Day } from '../../calendar/day.ts'
import { LangProvider } from '../i18n/lang.tsx'
import { NowProvider } from '../i18n/now.tsx'
import { DateField, faultOf } from './date-field.tsx'
import { markOf } from './day-marks.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

function Held({ from, told, max }: { from: Day | null; told: (day: Day | null) => void; max?: Day }) {
  const [day, setDay] = useState(from)
  const change = (next: Day | null) => {
    setDay(next)
    told(next)
  }
  return <DateField label="日期" value={day} onChange={change} max={max} />
}

function drawn(from: Day | null, max?: Day) {
  const told = vi.fn<(day: Day | null) => void>()
  const host = document.body.appendChild(document.createElement('div'))
  act(() =>
    createRoot(host).render(
      <LangProvider>
        <NowProvider at="2024-09-18T09:40:00+08:00">
          <Held from={from} told={told} {...(max && { max })} />
        </NowProvider>
      </LangProvider>,
    ),
  )
  const part = (name: string) => {
    const found = host.querySelector<HTMLElement>(`[data-type="${name}"]`)
    if (!found) throw new Error(`no ${name} in the field`)
    return found
  }
  return { host, told, part }
}

test('a day is written year first, whatever the browser speaks', () => {
  const { host } = drawn('2024-09-08')
  const words = [...host.querySelectorAll('.dseg')].map((part) => part.textContent).join('')
  expect(words.replaceAll(/[^\d/]/g, '')).toBe('2024/09/08')
})

test('the arrow keys change a part', () => {
  const { told, part } = drawn('2024-09-08')
  const press = (name: string, key: string) =>
    act(() => {
      part(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
  press('day', 'ArrowUp')
  expect(told).toHaveBeenLastCalledWith('2024-09-09')
  press('month', 'ArrowDown')
  expect(told).toHaveBeenLastCalledWith('2024-08-09')
})

test('a day past its bound is told under the field', () => {
  expect(drawn('2024-09-20', '2024-09-18').host.textContent).toContain('晚于 2024年9月18日')
  expect(drawn('2024-09-18', '2024-09-18').host.textContent).not.toContain('晚于')
})

test.each([
  [null, {}, false],
  ['0024-09-18', {}, true],
  ['2024-09-17', { min: '2024-09-18' }, true],
  ['2024-09-18', { min: '2024-09-18', max: '2024-09-18' }, false],
  ['2024-09-19', { max: '2024-09-18' }, true],
])('%s within %o: fault %s', (day, bounds, wrong) => {
  expect(faultOf(day, bounds) !== null).toBe(wrong)
})

test('days off and make-up days carry their mark', () => {
  const years = [
    {
      year: 2024,
      notice: '',
      off: [{ from: '2024-09-15', to: '2024-09-17', name: { zh: '中秋节', en: 'Mid-Autumn' } }],
      work: ['2024-09-14'],
      workingDays: 251,
    },
  ]
  expect(['2024-09-14', '2024-09-15', '2024-09-17', '2024-09-18'].map((day) => markOf(years, day))).toEqual([
    'work',
    'off',
    'off',
    null,
  ])
})
