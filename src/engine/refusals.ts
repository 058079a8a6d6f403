import { t, type Text } from '../text.ts'
import type { Role } from './actor.ts'
import type { Refusal } from './item.ts'
import { type Action, type AnyLedger, many } from './ledger.ts'
import { stageLabel } from './stages.ts'

/** Makers of refusals: what is missing, said to the clerk, with the field it concerns. */

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  owner: t('牵头单位', 'the lead unit'),
  co: t('协办单位', 'a co-unit'),
  supervisor: t('督查室', 'the supervision office'),
  leader: t('分管领导', 'the leader in charge'),
  system: t('系统', 'the system'),
}

export function refusal(code: Refusal['code'], message: Text, field: string | null = null): Refusal {
  return { code, field, message }
}

export function unknownAction(id: string): Refusal {
  return refusal('unknown_action', t(`没有“${id}”这个动作`, `There is no action “${id}”`))
}

export function wrongStage(ledger: AnyLedger, stage: string, action: Action): Refusal {
  const now = stageLabel(ledger, stage)
  const stages = many(action.from).map((id) => stageLabel(ledger, id))
  const when = oneOf(stages)
  return refusal(
    'wrong_stage',
    t(`现在是“${now.zh}”，到“${when.zh}”才能办`, `It stands at “${now.en}”; this is done at “${when.en}”`),
  )
}

export function wrongRole(by: Action['by']): Refusal {
  const who = oneOf(many(by).map((role) => ROLE_NAMES[role]))
  return refusal('wrong_role', t(`由${who.zh}办理`, `To be done by ${who.en}`))
}

export function needsField(field: string, label: Text): Refusal {
  return refusal('needs_field', t(`还没填“${label.zh}”`, `“${label.en}” is not filled in`), field)
}

export function unknownField(field: string): Refusal {
  return refusal('unknown_field', t(`这里不收“${field}”这一栏`, `The field “${field}” is not taken here`), field)
}

export function needsNote(): Refusal {
  return refusal('needs_note', t('要写明理由', 'A reason must be given'), 'note')
}

export function needsProof(have: number, { atLeast, valid }: NonNullable<Action['proof']>): Refusal {
  const kind = valid === true ? t('核验有效的佐证', 'proof found valid') : t('佐证', 'proof')
  const missing = atLeast - have
  return refusal(
    'needs_proof',
    t(`${kind.zh} ${have} / ${atLeast}，还缺 ${missing} 件`, `${kind.en}: ${have} of ${atLeast}, ${missing} missing`),
    'evidence',
  )
}

export function samePerson(earlier: Text): Refusal {
  return refusal(
    'same_person',
    t(`“${earlier.zh}”是本账号办的，要由另一人办理`, `This account took “${earlier.en}”; another person must do this`),
  )
}

export function pastDate(field: string, label: Text): Refusal {
  return refusal('past_date', t(`“${label.zh}”要晚于今天`, `“${label.en}” must be later than today`), field)
}

function oneOf(labels: readonly Text[]): Text {
  return t(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join(' or '))
}
