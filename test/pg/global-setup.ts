import type { Cluster } from './postgres-cluster.ts'
import { startCluster } from './postgres-cluster.ts'

let cluster: Cluster | undefined

/** One server for the whole run of the pg project, unless LUOSHI_TEST_PG_URL names one already. */
export async function setup(): Promise<void> {
  if (process.env['LUOSHI_TEST_PG_URL']) return
  cluster = await startCluster()
  process.env['LUOSHI_TEST_PG_URL'] = cluster.url
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}
