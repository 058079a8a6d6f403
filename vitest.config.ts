import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // The store and command suites again, on PostgreSQL. Run by `npm test` where a server can be had.
        test: {
          name: 'pg',
          include: ['src/{storage,access,commands,jobs,api}/**/*.test.ts', 'test/pg/**/*.test.ts'],
          env: { DB: 'pg' },
          globalSetup: ['test/pg/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
