import { describe, expect, test } from 'vitest'
import type { CommitmentView, Decision } from '../../../api/present/report.ts'
import { changedDecision, dueShort, shortWords } from './review-words.ts'

const decision = (part: Partial<Decision>) =>
  ({ verb: '', object: '', dueOn: '2024-12-31', targets: [], coUnits: [], ...part }) as unknown as Decision
const commitment = (text: string, part: Partial<Decision>, state: CommitmentView['state'] = 'pending') =>
  ({ text, state, decision: decision(part) }) as CommitmentView

describe('shortWords', () => {
  test.each([
    ['改造旧桥3座', { verb: '改造', object: '旧桥' }, { before: '', verb: '改造', object: '旧桥' }],
    ['全市用水量下降3%', { verb: '下降', object: '3%' }, { before: '全市用水量', verb: '下降', object: '3%' }],
    ['稳步扩大水面', { verb: '扩大', object: '水面' }, { before: '', verb: '扩大', object: '水面' }],
    ['绿树成荫', {}, { before: '', verb: '', object: '绿树成荫' }],
    ['另一半的字', { verb: '修', object: '桥和路' }, { before: '', verb: '', object: '另一半的字' }],
  ])('%s', (text, part, words) => expect(shortWords(commitment(text, part))).toEqual(words))

  test('an object that the officer corrected is shown though the text does not have it', () => {
    const edited = commitment('改造旧桥3座', { verb: '改造', object: '危桥' }, 'edited')
    expect(shortWords(edited).object).toBe('危桥')
  })
})

test('a due day of the report’s own year is shown without it', () => {
  expect(dueShort(decision({ dueOn: '2024-10-31' }), 2024)).toBe('10-31')
  expect(dueShort(decision({ dueOn: '2025-10-31' }), 2024)).toBe('2025-10-31')
})

test('only what typing has changed is sent', () => {
  const stored = decision({ verb: '修', coUnits: ['a'] })
  expect(changedDecision(stored, { verb: '修', coUnits: ['a'] })).toBeNull()
  expect(changedDecision(stored, { verb: '建', coUnits: ['a'] })).toEqual({ verb: '建' })
  expect(changedDecision(stored, { coUnits: ['a', 'b'] })).toEqual({ coUnits: ['a', 'b'] })
})
