import { ensureInstalled, ensureValidators } from './installed.mjs'

/** Goes before commands that run from the sources: in a fresh clone as well they find packages and validators. */
ensureInstalled()
ensureValidators()
