import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import type { Problem } from '../problem.ts'

/** Beside the button: can it be taken back, and when was the draft kept. */
export function ActionFoot({ undo, savedAt }: { undo: boolean; savedAt: number | null }) {
  const say = useT()
  return (
    <>
      <span className="meta">
        {say(
          undo
            ? t('10 分钟内可撤回；撤回也留记录', 'Can be taken back for 10 minutes; that too is recorded')
            : t('不能撤回', 'Cannot be taken back'),
        )}
      </span>
      {savedAt !== null && <Saved at={savedAt} />}
    </>
  )
}

/** By the machine's own clock, not the city's: it says when this browser kept the draft. */
function Saved({ at }: { at: number }) {
  const say = useT()
  const time = new Date(at).toTimeString().slice(0, 5)
  return <span className="meta saved">{say(t('{time} 已自动暂存', 'draft kept {time}'), { time })}</span>
}

type WholeProblemProps = {
  problem: Problem
  /** Ids of the fields that show their own refusals. */
  fields: readonly string[]
}

/** What no field of the form can show: a lost connection, a stage that moved on. Who won a race stands above the form. */
export function WholeProblem({ problem, fields }: WholeProblemProps) {
  const say = useT()
  const isShown = (field: string | null) =>
    field !== null && fields.includes(field.replace(/^values\./, '').replace(/\..*$/, ''))
  const loose = problem.errors.filter(({ field, code }) => !isShown(field) && code !== 'changed')
  const whole = problem.errors.every(({ code }) => code === 'changed')
  if (!whole && loose.length === 0) return null
  return (
    <div className="help err" role="alert">
      <div>
        {whole && <p>{say(problem.detail ?? problem.title)}</p>}
        {loose.map((error) => (
          <p key={error.code + error.message.zh}>{say(error.message)}</p>
        ))}
      </div>
    </div>
  )
}
