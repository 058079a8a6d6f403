import { useT } from '../../i18n/lang.tsx'
import { problemOf } from '../../problem.ts'

/** What was refused and names no field of the form. */
export function LooseProblem({ error, fields }: { error: unknown; fields: readonly string[] }) {
  const say = useT()
  if (!error) return null
  const problem = problemOf(error)
  if (problem.errors.some(({ field }) => field !== null && fields.includes(field))) return null
  return (
    <p className="help err" role="alert">
      {say(problem.errors[0]?.message ?? problem.detail ?? problem.title)}
    </p>
  )
}
