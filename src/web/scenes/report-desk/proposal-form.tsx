import type { CommitmentView, Decision } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { CoUnits } from './co-units.tsx'
import { FormCell } from './form-cell.tsx'
import { LeadUnit } from './lead-unit.tsx'
import { readTarget, targetParts } from './target-words.ts'
import { readTypedDay } from './typed-day.ts'
import type { Desk } from './use-desk.ts'

type ProposalFormProps = { desk: Desk; commitment: CommitmentView }

/** The fields of the proposal under review. What is typed is kept until it is accepted. */
export function ProposalForm({ desk, commitment }: ProposalFormProps) {
  const say = useT()
  const { drafts, report } = desk
  const { id } = commitment
  const shown: Decision = { ...commitment.decision, ...drafts.draftOf(id).values }
  const type = (values: Partial<Decision>) => drafts.type(id, values)
  const plain = (values: Partial<Decision>) => {
    type(values)
    return null
  }
  const typeDue = (typed: string) => {
    const dueOn = readTypedDay(typed, report.year)
    if (dueOn === null)
      return say(t('时限：看不懂。写成 10-31 或 10月底。', 'Deadline: not a day. Write 10-31 or 2024-10-31.'))
    if (dueOn !== shown.dueOn) type({ dueOn, dueDefault: false })
    return null
  }
  return (
    <div className="fm">
      <FormCell label={say(t('动词', 'Verb'))} field="verb" value={shown.verb} onChange={(verb) => plain({ verb })} />
      <FormCell
        label={say(t('对象', 'Object'))}
        field="object"
        wide
        value={shown.object}
        onChange={(object) => plain({ object })}
      />
      <Targets desk={desk} commitment={commitment} shown={shown} />
      <LeadUnit commitment={commitment} value={shown.leadUnit} onChange={(leadUnit) => type({ leadUnit })} />
      <CoUnits value={shown.coUnits} lead={shown.leadUnit} onChange={(coUnits) => type({ coUnits })} />
      <FormCell
        label={say(t('时限', 'Deadline'))}
        keyHint="D"
        field="due"
        wide
        value={shown.dueOn}
        onChange={typeDue}
        onFault={(wrong) => drafts.fault(id, 'due', wrong)}
        unit={shown.dueDefault && say(t('默认，原文未写', 'by default'))}
      />
      <FormCell
        label={say(t('销号凭据', 'Closing proof'))}
        field="proof"
        wide
        value={shown.proofRule}
        onChange={(proofRule) => plain({ proofRule })}
      />
    </div>
  )
}

function Targets({ desk, commitment, shown }: ProposalFormProps & { shown: Decision }) {
  const say = useT()
  const { drafts } = desk
  const { id } = commitment
  const { targets } = shown
  if (targets.length === 0) {
    return (
      <FormCell
        label={say(t('目标', 'Target'))}
        keyHint="T"
        field="target0"
        readOnly
        value={commitment.relativeTarget ?? say(t('无数', 'none'))}
        onChange={() => null}
      />
    )
  }
  return targets.map((target, at) => {
    const { sign, number, unit } = targetParts(target)
    const field = `target${at}`
    const change = (typed: string) => {
      const read = readTarget(typed, target)
      if (read === null)
        return say(t('目标：看不懂。写数，如 20、≥20、10—20。', 'Target: not a number. Write 20, ≥20 or 10—20.'))
      drafts.type(id, { targets: targets.map((one, index) => (index === at ? read : one)) })
      return null
    }
    return (
      <FormCell
        key={target.id}
        label={targets.length > 1 ? say(t('目标 {n}', 'Target {n}'), { n: at + 1 }) : say(t('目标', 'Target'))}
        {...(at === 0 && { keyHint: 'T' })}
        field={field}
        value={number}
        before={sign}
        unit={unit}
        onChange={change}
        onFault={(wrong) => drafts.fault(id, field, wrong)}
      />
    )
  })
}
