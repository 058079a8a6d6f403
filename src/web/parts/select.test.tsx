// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { UnitPicker, unitMatches } from './select.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const housing = { id: '1', name: '朔州市住房和城乡建设局', short: '市住建局', initials: 'szjj' }
const water = { id: '2', name: '朔州市水利局', short: '市水利局', initials: 'sslj' }
const schools = { id: '3', name: '朔州市教育局', short: '市教育局', initials: 'sjyj' }

test.each([
  ['住建', true],
  ['城乡', true],
  ['zjj', true],
  ['SZ', true],
  ['', true],
  ['水利', false],
  ['slj', false],
])('%s', (typed, found) => {
  expect(unitMatches(housing, typed)).toBe(found)
})

let unmount = () => {}
afterEach(() => unmount())

function drawn(start: string | null, required = false) {
  const told = vi.fn<(unit: string | null) => void>()
  function Held() {
    const [unit, setUnit] = useState(start)
    const change = (next: string | null) => {
      setUnit(next)
      told(next)
    }
    return (
      <>
        <UnitPicker
          label="牵头单位"
          units={[housing, water, schools]}
          value={unit}
          onChange={change}
          required={required}
        />
        <button type="button">下一处</button>
      </>
    )
  }
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  act(() => root.render(<Held />))
  unmount = () => {
    act(() => root.unmount())
    host.remove()
  }
  const input = host.querySelector('input[role="combobox"]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no field')
  return {
    host,
    input,
    told,
    type: (words: string) => {
      act(() => input.focus())
      act(() => {
        Reflect.set(HTMLInputElement.prototype, 'value', words, input)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
    press: (key: string) =>
      act(() => {
        input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }),
    leave: () => act(() => host.querySelector<HTMLElement>(':scope > button')?.focus()),
    listed: () => [...document.querySelectorAll('[role="option"] span')].map((one) => one.textContent),
  }
}

test('typing initials narrows the list and Enter takes the first match', () => {
  const { type, press, listed, told, input } = drawn(null)
  type('slj')
  expect(listed()).toEqual(['市水利局'])
  press('Enter')
  expect(told.mock.calls).toEqual([['2']])
  expect(input.value).toBe('市水利局')
})

test('leaving the field keeps what was chosen, whatever was typed meanwhile', () => {
  const { type, leave, told, input } = drawn('1')
  type('教育')
  leave()
  expect(told).not.toHaveBeenCalled()
  expect(input.value).toBe('市住建局')
})

test('a field that may be empty can be emptied, a required one keeps its unit', () => {
  const free = drawn('1')
  free.type('')
  free.leave()
  expect(free.told.mock.calls).toEqual([[null]])
  unmount()
  const required = drawn('1', true)
  required.type('')
  required.leave()
  expect(required.told).not.toHaveBeenCalled()
  expect(required.input.value).toBe('市住建局')
})

test('focus and leaving alone change nothing', () => {
  const { input, leave, told, listed } = drawn('1')
  act(() => input.focus())
  expect(listed()).toHaveLength(3)
  leave()
  expect(told).not.toHaveBeenCalled()
  expect(input.value).toBe('市住建局')
})
