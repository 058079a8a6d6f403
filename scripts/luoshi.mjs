// `npm run -s luoshi -- <verb>`: the command line, installed and built when needed.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/prepare.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
// `npm run score -- …` names the verb itself.
if (process.env.npm_lifecycle_event === 'score') process.argv.splice(2, 0, 'score')
await import(pathToFileURL(join(root, 'dist', 'cli', 'luoshi.js')).href)
