import type { Verdict } from '../../../engine/item.ts'
import { t, type Text } from '../../../text.ts'
import type { LightMark } from '../../parts/light.tsx'

/** The verdicts on a proof, each with the light it is drawn as. */
export const verdicts: Readonly<Record<Verdict, { light: LightMark; word: Text }>> = {
  pending: { light: 'wait', word: t('待核验', 'to check') },
  valid: { light: 'ok', word: t('有效', 'valid') },
  doubtful: { light: 'warn', word: t('存疑', 'doubtful') },
  rejected: { light: 'late', word: t('不符', 'not proof of it') },
}
