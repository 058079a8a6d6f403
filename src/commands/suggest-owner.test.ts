import { describe, expect, test } from 'vitest'
import { t } from '../text.ts'
import { suggestOwner, type UnitDuties } from './suggest-owner.ts'

const unit = (id: string, zh: string, kind: string, ...duties: string[]): UnitDuties => ({
  id,
  name: t(zh, zh),
  short: t(zh, zh),
  kind,
  duties,
})
const units = [
  unit('org_szf', '市政府', 'government', '全市工作'),
  unit('org_zjj', '市住建局', 'department', '供热', '供热管网', '老旧小区', '污水处理'),
  unit('org_rlgs', '供热企业', 'enterprise', '供热'),
  unit('org_wlj', '市文旅局', 'department', '木塔', '旅游'),
  unit('org_slj', '市水利局', 'department', '供水工程'),
  unit('org_yingxian', '应县', 'county', '应县', '木塔'),
]
const clue = (text: string, ...heads: string[]) => ({ text, subject: null, heads })

describe('suggestOwner', () => {
  test('the longest duty word decides, and the reason quotes it', () => {
    const found = suggestOwner(clue('启动小区老旧供热管网改造'), units)
    expect(found?.unit).toBe('org_zjj')
    expect(found?.reason.zh).toBe('“供热管网”属市住建局职责')
  })

  test('a county is where, not who: it helps the department that leads', () => {
    expect(suggestOwner(clue('推进应县木塔保护利用'), units)).toMatchObject({
      unit: 'org_wlj',
      co: ['org_yingxian'],
    })
  })

  test('a county leads where no department is concerned', () => {
    expect(suggestOwner(clue('支持应县发展'), units)?.unit).toBe('org_yingxian')
  })

  test('two units of like weight: the stronger leads, the other helps', () => {
    expect(suggestOwner(clue('加快供水工程、污水处理扩容'), units)).toMatchObject({
      unit: 'org_slj',
      co: ['org_zjj'],
    })
  })

  test('a unit named outright wins over words', () => {
    expect(suggestOwner(clue('市水利局牵头改造老旧小区'), units)?.unit).toBe('org_slj')
  })

  test('without a word of its own the heading above speaks, and the reason says so', () => {
    const found = suggestOwner(clue('补齐标识系统', '做优文旅', '旅游发展'), units)
    expect(found?.unit).toBe('org_wlj')
    expect(found?.reason.zh).toBe('所在段落的“旅游”属市文旅局职责')
  })

  test('nothing known, nothing proposed', () => {
    expect(suggestOwner(clue('做好有关工作'), units)).toBeNull()
    expect(suggestOwner(clue('推进全市工作'), units)).toBeNull()
  })
})
