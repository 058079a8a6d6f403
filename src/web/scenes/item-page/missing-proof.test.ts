import { expect, test } from 'vitest'
import type { StatusView } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { missingProof } from './missing-proof.ts'

const status = (value: number | null, of: number | null): StatusView => ({
  light: 'ok',
  value,
  of,
  unit: '个',
  note: t('', ''),
})
const item = (reported: StatusView, evidenced: StatusView) => ({
  light: 'ok' as const,
  status: { reported, evidenced, schedule: status(10, 15) },
})

test('what is reported but not shown by valid proof is missing', () => {
  expect(missingProof(item(status(12, 15), status(9, 15)))?.title.zh).toBe('还缺 3 个')
})

test('nothing is missing where proof shows as much, where nothing is counted, or once closed', () => {
  expect(missingProof(item(status(12, 15), status(12, 15)))).toBeNull()
  expect(missingProof(item(status(null, null), status(2, 3)))).toBeNull()
  expect(missingProof({ ...item(status(12, 15), status(9, 15)), light: 'done' })).toBeNull()
})
