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

/** What concerns the whole: a lost race, a lost connection, a stage that moved on. Who won the race stands above the form. */
export function WholeProblem({ problem }: { problem: Problem }) {
  const say = useT()
  const loose = problem.errors.filter(
    ({ field, code }) => (field === null || field === 'stage' || field === 'role') && code !== 'changed',
  )
  return (
    <div className="help err" role="alert">
      <div>
        <p>{say(problem.detail ?? problem.title)}</p>
        {loose.map((error) => (
          <p key={error.code + error.message.zh}>{say(error.message)}</p>
        ))}
      </div>
    </div>
  )
}
