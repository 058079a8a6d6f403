/** Something done again and again. Each round of it ends before the next begins. */
export interface Job {
  readonly name: string
  readonly everySeconds: number
  readonly run: () => Promise<unknown>
}

export interface RunningJobs {
  /** Lets the rounds that run finish, and starts no more. */
  readonly stop: () => Promise<void>
}

/**
 * Runs jobs on their intervals, the first round at once. A round that fails is logged and tried again at the next; it
 * never takes the process down. The timers do not keep the process alive. Two processes on one database may both run
 * them: what must happen once is claimed by a row (see fire-rungs), so no leader has to be chosen.
 */
export function startJobs(jobs: readonly Job[], log: (line: string) => void): RunningJobs {
  let stopped = false
  const rounds = new Map<string, Promise<void>>()
  const start = (job: Job) => {
    if (stopped || rounds.has(job.name)) return
    const round = runOnce(job, log).finally(() => rounds.delete(job.name))
    rounds.set(job.name, round)
  }
  const timers = jobs.map((job) => {
    start(job)
    const timer = setInterval(() => start(job), job.everySeconds * 1000)
    timer.unref()
    return timer
  })
  return {
    stop: async () => {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all(rounds.values())
    },
  }
}

async function runOnce(job: Job, log: (line: string) => void): Promise<void> {
  try {
    await job.run()
  } catch (error) {
    log(`${job.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
