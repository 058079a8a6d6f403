import * as z from 'zod'
import { t, type Text } from '../text.ts'
import type { Common, CommonKey, Refusal } from './item.ts'
import { refusal } from './refusals.ts'
import { isCommonKey } from './values.ts'

export const COMMON_LABELS: Readonly<Record<CommonKey, Text>> = {
  title: t('事项', 'Title'),
  lead_unit: t('牵头单位', 'Lead unit'),
  co_units: t('协办单位', 'Co-units'),
  leader_post: t('分管领导', 'Leader'),
  region: t('属地', 'Region'),
  section: t('报告部分', 'Section of the report'),
}

const UNIT = z.string().regex(/^org_[a-z0-9_]+$/)

const SCHEMAS: Readonly<Record<CommonKey, z.ZodType>> = {
  title: z.string().trim().min(1).max(200),
  lead_unit: UNIT,
  co_units: z.array(UNIT).max(40),
  leader_post: z
    .string()
    .regex(/^post_[a-z0-9_]+$/)
    .nullable(),
  // GB/T 2260
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  section: z.string().max(20).nullable(),
}

const CURES: Readonly<Record<CommonKey, Text>> = {
  title: t('要填，最多 200 字', 'must be given, with at most 200 characters'),
  lead_unit: t('要选一个单位', 'must be one unit'),
  co_units: t('应为单位，最多 40 个', 'must be units, at most 40'),
  leader_post: t('应为岗位', 'must be a post'),
  region: t('应为六位区划代码', 'must be a six-digit region code'),
  section: t('最多 20 字', 'may have at most 20 characters'),
}

export interface ParsedCommon {
  readonly common: Partial<Common>
  readonly refusals: readonly Refusal[]
}

/** Checks the common columns. The lead unit is taken out of the co-units, and no co-unit is kept twice. */
export function parseCommon(submitted: Readonly<Record<string, unknown>>, allowed: readonly CommonKey[]): ParsedCommon {
  const common: Record<string, unknown> = {}
  const refusals: Refusal[] = []
  for (const [key, value] of Object.entries(submitted)) {
    if (value === undefined) continue
    if (!isCommonKey(key) || !allowed.includes(key)) {
      refusals.push(refusal('unknown_field', t(`这里不能改“${key}”`, `“${key}” cannot be changed here`), key))
      continue
    }
    const result = SCHEMAS[key].safeParse(value)
    if (result.success) common[key] = result.data
    else refusals.push(badCommon(key))
  }
  return { common: common, refusals }
}

/** Each co-unit once, and never the lead unit itself. */
export function cleanCoUnits(leadUnit: string, coUnits: readonly string[]): string[] {
  return [...new Set(coUnits)].filter((unit) => unit !== leadUnit)
}

function badCommon(key: CommonKey): Refusal {
  const [label, cure] = [COMMON_LABELS[key], CURES[key]]
  return refusal('bad_field', t(`“${label.zh}”${cure.zh}`, `“${label.en}” ${cure.en}`), key)
}
