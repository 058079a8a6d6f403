/** The import table of docs/ARCHITECTURE.md as data: an area may import itself, the areas named, and the loose files. */
const loose = ['text\\.ts', 'errors\\.ts']
/** The command line reads settings and the clock as src/main.ts does. */
const alsoLoose = { cli: ['settings\\.ts', 'city-clock\\.ts'] }
const only = (from, to) => ({
  name: `${from} imports only ${to.join(', ') || 'itself'}`,
  severity: 'error',
  // What only tests use may reach anywhere, as tests do.
  from: { path: `^src/${from}/`, pathNot: '(\\.test\\.tsx?|/testing\\.ts)$' },
  to: {
    path: '^src/',
    pathNot: `^src/(${[...[from, ...to].map((area) => `${area}/`), ...loose, ...(alsoLoose[from] ?? [])].join('|')})`,
  },
})
const below = {
  calendar: [],
  report: [],
  engine: ['calendar'],
  ledgers: ['engine', 'calendar'],
  documents: ['engine', 'ledgers', 'report', 'calendar'],
  storage: ['engine', 'ledgers', 'calendar', 'report'],
  access: ['storage', 'engine', 'calendar'],
  commands: ['engine', 'ledgers', 'report', 'documents', 'storage', 'access', 'calendar'],
  jobs: ['commands', 'storage', 'engine', 'calendar'],
  api: ['commands', 'access', 'engine', 'ledgers', 'storage', 'calendar', 'report', 'documents', 'jobs'],
  cli: ['commands', 'storage', 'report', 'calendar', 'ledgers', 'engine', 'access', 'documents', 'jobs', 'api'],
}
module.exports = {
  forbidden: [
    ...Object.entries(below).map(([from, to]) => only(from, to)),
    {
      name: 'the browser sees the pure areas and the types of api/present',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: '^src/(web/|engine/|ledgers/|calendar/|report/|api/present/|text\\.ts|errors\\.ts)' },
    },
    {
      name: 'of api/present the browser sees types only',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/api/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'pure areas do no I/O',
      severity: 'error',
      from: { path: '^src/(calendar|report|engine|ledgers)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'SQL lives in storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/(kysely|pg|@electric-sql)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
