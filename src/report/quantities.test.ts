import { describe, expect, test } from 'vitest'
import { findQuantities } from './quantities.ts'
import type { FoundQuantity } from './found-quantity.ts'

const read = (text: string): FoundQuantity[] => findQuantities(text, 0)
const brief = (text: string): unknown[] =>
  read(text).map(({ text: words, value, low, high, unit, op }) => [words, value ?? [low, high], unit, op])

describe('quantities', () => {
  test.each([
    ['总投资384.7亿元', [['384.7亿元', 3.847e10, '元', '=']]],
    ['发电量达到700亿千瓦时', [['700亿千瓦时', 7e10, '千瓦时', '>=']]],
    ['造林25万亩以上', [['25万亩', 250000, '亩', '>=']]],
    ['新增平台1—2家', [['1—2家', [1, 2], '家', 'range']]],
    ['养殖场10—20个', [['10—20个', [10, 20], '个', 'range']]],
    ['增长5%－6%', [['5%－6%', [5, 6], '%', 'range']]],
    ['投资1万—2万元', [['1万—2万元', [10000, 20000], '元', 'range']]],
    ['2×35万千瓦项目', [['2×35万千瓦', 700000, '千瓦', '=']]],
    [
      '分别增长4%、8.7%',
      [
        ['4%', 4, '%', '='],
        ['8.7%', 8.7, '%', '='],
      ],
    ],
    ['培育百亿元酒业', [['百亿元', 1e10, '元', '=']]],
    ['压减三分之一', [['三分之一', 0.333333333333, 'ratio', '=']]],
    ['处理180余万件', [['180余万件', 1800000, '件', '>']]],
    ['收入突破１５．５亿元', [['１５．５亿元', 1.55e9, '元', '>']]],
    ['失业率控制在4.5%以内', [['4.5%', 4.5, '%', '<=']]],
    ['产量稳定在2亿吨左右', [['2亿吨', 2e8, '吨', '~']]],
    ['规模1,193个', [['1,193个', 1193, '个', '=']]],
    ['在建600MW制氢', [['600MW', 600, 'MW', '=']]],
    ['细颗粒物年均35微克/立方米', [['35微克/立方米', 35, '微克/立方米', '=']]],
    ['综合指数为4.04', [['4.04', 4.04, '', '=']]],
    ['居全省第四。', [['第四', 4, '位', 'rank']]],
    ['推进260个亿元以上项目', [['260个', 260, '个', '=']]],
    ['占比提高3个百分点', [['3个百分点', 3, '个百分点', '=']]],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test.each([
    '国道241改线',
    '建设5G基站',
    '滚动开展“三个一批”活动',
    '举办第十届大会',
    '第3批试点',
    '2024年工作',
    '1—5月',
    '6月底前',
    '实施三年行动',
    '创建国家5A级景区',
    '拨打12345热线',
    '企业50强',
    '二期工程',
    '深入推进一体化',
    '“23·7”暴雨',
    '打造15分钟生活圈',
    '市委七届六次全会',
    '办好一批实事',
  ])('nothing is counted in %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('sizes of plants describe, growth is year on year, supplements are changes', () => {
    expect(read('推进10GW光伏全产业链项目建设')[0]?.role).toBe('qualifier')
    expect(read('建成智慧煤矿13座')[0]?.role).toBe('value')
    expect(read('打造百亿元酒业')[0]?.role).toBe('scale-name')
    expect(read('是上年的2倍以上，')[0]?.role).toBe('derived')
    expect(read('外贸出口增长6.5%')[0]).toMatchObject({ basis: 'yoy', measure: 'yoy' })
    expect(read('每人每月再提高20元')[0]?.delta).toBe(true)
  })

  test('达到 is exact in a result and a floor in a plan', () => {
    expect(findQuantities('达到94户', 100)[0]?.op).toBe('=')
    expect(findQuantities('达到94户', 0)[0]?.op).toBe('>=')
  })
})
