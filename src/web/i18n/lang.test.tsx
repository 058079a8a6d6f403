// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import { t } from '../../text.ts'
import { LangProvider, storedLang, useLang, useT, worded } from './lang.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
beforeEach(() => localStorage.clear())

test('parameters fill their places, unknown places stay', () => {
  const text = t('还缺 {n} 份，{who}', '{n} missing, {who}')
  expect(worded(text, 'zh', { n: 3 })).toBe('还缺 3 份，{who}')
  expect(worded(text, 'en', { n: 0, who: 'x' })).toBe('0 missing, x')
})

function Probe() {
  const say = useT()
  const { chooseLang } = useLang()
  return (
    <button type="button" onClick={() => chooseLang('en')}>
      {say(t('交办', 'Issue'))}
    </button>
  )
}

test('a chosen language changes the words, the page and what is kept', () => {
  const host = document.createElement('div')
  const root = createRoot(host)
  act(() =>
    root.render(
      <LangProvider>
        <Probe />
      </LangProvider>,
    ),
  )
  expect(host.textContent).toBe('交办')
  expect(document.documentElement.lang).toBe('zh-CN')
  expect(storedLang()).toBeNull()
  act(() => host.querySelector('button')?.click())
  expect(host.textContent).toBe('Issue')
  expect(document.documentElement.lang).toBe('en')
  expect(storedLang()).toBe('en')
})
