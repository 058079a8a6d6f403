/**
 * What differs between the databases that the one schema runs on. Code asks these flags and never which engine it
 * is on, so that a new engine is a new row. Measured figures: bench/ and docs/adr.
 */
export type EngineProfile = Readonly<{
  kind: 'pglite' | 'postgres' | 'citus'
  /** Statements that can run at the same time. */
  concurrentSessions: number
  /** `FOR UPDATE SKIP LOCKED` in a claim: a speed-up only, the claim is right without it. */
  skipLocked: boolean
  /** LISTEN/NOTIFY to wake a poller sooner. */
  listenNotify: boolean
  /** Whether we must run CHECKPOINT, VACUUM and ANALYZE ourselves. */
  needsMaintenanceTimers: boolean
  /** Beyond this many items the administration page advises the next engine. */
  maxItemsAdvised: number
  /** Beyond this many busy users likewise. */
  maxUsersAdvised: number
}>

export const engineProfiles = {
  /** In this process, in a worker thread. */
  pglite: {
    kind: 'pglite',
    // PostgreSQL's single-user mode: one session, everything else waits its turn.
    concurrentSessions: 1,
    // With one session nothing is ever locked by another.
    skipLocked: false,
    // Whoever writes is in the same process and can tell the poller directly.
    listenNotify: false,
    // No checkpointer and no autovacuum in single-user mode: 1.86 GB of log once took 18 s to recover.
    needsMaintenanceTimers: true,
    // Scans of 1 M items made a write wait 0.55 s (median), because of the one session.
    maxItemsAdvised: 100_000,
    maxUsersAdvised: 20,
  },
  /** A PostgreSQL server, 15 or newer. */
  postgres: {
    kind: 'postgres',
    // Our pool, not the server's limit: more does not help on the few cores such a server has.
    concurrentSessions: 10,
    skipLocked: true,
    listenNotify: true,
    // Autovacuum and checkpointer run in the server.
    needsMaintenanceTimers: false,
    // Dashboards read rollups and lists read indexes; measured up to 1 M, a city writes some 10,000 a year.
    maxItemsAdvised: 5_000_000,
    maxUsersAdvised: 1_000,
  },
  /** PostgreSQL sharded by jurisdiction (Citus 13), for a province. */
  citus: {
    kind: 'citus',
    concurrentSessions: 10,
    // Refused by Citus as soon as a statement touches more than one shard.
    skipLocked: false,
    listenNotify: true,
    needsMaintenanceTimers: false,
    // Grows by adding workers: no number of ours.
    maxItemsAdvised: Number.POSITIVE_INFINITY,
    maxUsersAdvised: Number.POSITIVE_INFINITY,
  },
} as const satisfies Record<EngineProfile['kind'], EngineProfile>
