// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { t } from '../../text.ts'
import { findBinding } from './keys.tsx'
import type { KeyGroup } from './keys.tsx'

const run = () => {}
const everywhere: KeyGroup = {
  title: t('各页', 'All'),
  bindings: [{ keys: 'Ctrl+K', label: t('搜索', 'Search'), run }],
}
const desk: KeyGroup = {
  title: t('报告台', 'Desk'),
  bindings: [
    { keys: 'A', label: t('接受', 'Accept'), run },
    { keys: 'B', label: t('只列出', 'Listed only') },
  ],
}
const groups = [everywhere, desk]

function press(key: string, target: Element = document.body, ctrlKey = false) {
  let event: KeyboardEvent | undefined
  const take = (pressed: Event) => (event = pressed as KeyboardEvent)
  document.addEventListener('keydown', take)
  target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }))
  document.removeEventListener('keydown', take)
  if (!event) throw new Error('not dispatched')
  return event
}

beforeEach(() => (document.body.innerHTML = ''))

test('a single letter finds its binding, in either case', () => {
  expect(findBinding(groups, press('a'), true)?.label.zh).toBe('接受')
  expect(findBinding(groups, press('A'), true)?.label.zh).toBe('接受')
})

test('single letters are silent when switched off, in a field, and under an open window', () => {
  expect(findBinding(groups, press('a'), false)).toBeUndefined()
  const field = document.body.appendChild(document.createElement('input'))
  expect(findBinding(groups, press('a', field), true)).toBeUndefined()
  expect(findBinding(groups, press('k', field, true), false)?.label.zh).toBe('搜索')
  document.body.innerHTML = '<div role="dialog"></div>'
  expect(findBinding(groups, press('a'), true)).toBeUndefined()
})

test('what is only listed does nothing', () => {
  expect(findBinding(groups, press('b'), true)).toBeUndefined()
})
