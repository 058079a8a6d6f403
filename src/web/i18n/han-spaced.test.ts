import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hanSpaced } from './han-spaced.ts'

test.each([
  ['改造老旧小区15个', '改造老旧小区 15 个'],
  ['规划建设便民服务点58处', '规划建设便民服务点 58 处'],
  ['5G基站电力引入46处', '5G 基站电力引入 46 处'],
  ['9月18日到期', '9月18日到期'],
  ['截至9月18日', '截至 9月18日'],
  ['2024年政府工作报告', '2024年政府工作报告'],
  ['核对8月建筑业数据', '核对 8月建筑业数据'],
  ['1—8月', '1—8月'],
  ['', ''],
])('%s', (written, shown) => {
  expect(hanSpaced(written)).toBe(shown)
})

test('adds spaces and nothing else, and a second pass changes nothing', () => {
  const piece = fc.constantFrom('改', '造', '1', '15', 'A', '月', '日', '年', '，', '%', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const once = hanSpaced(text)
      expect(once.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(hanSpaced(once)).toBe(once)
    }),
  )
})
