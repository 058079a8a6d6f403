// Installs and builds what is missing or stale; what `npm start` does before it starts.
import { checkNode, ensureBuilt, ensureInstalled } from './lib/prepare.mjs'

checkNode()
ensureInstalled()
if (process.argv.includes('--build')) ensureBuilt()
