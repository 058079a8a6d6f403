import type { ItemView } from '../../../api/present/item.ts'
import { t, type Text } from '../../../text.ts'

/** What has been reported of a counted target but is shown by no valid proof; null where nothing is missing. */
export function missingProof({ status, light }: Pick<ItemView, 'status' | 'light'>): { title: Text; why: Text } | null {
  const { reported, evidenced } = status
  if (light === 'done' || reported.of === null || reported.value === null || evidenced.value === null) return null
  const missing = Math.round((reported.value - evidenced.value) * 1000) / 1000
  if (missing <= 0) return null
  const unit = reported.unit ?? ''
  return {
    title: t(`还缺 ${missing} ${unit}`.trim(), `${missing} ${unit} missing`),
    why: t('已报完成，没有有效佐证', 'reported done, not shown by valid proof'),
  }
}
