import { ensureInstalled, ensureValidators, run } from './installed.mjs'

/** `npm run check`: everything that has to hold before a change lands, the quickest first. */
ensureInstalled()
ensureValidators()
const npm = (script) => {
  console.log(`\n── ${script} ──`)
  run('npm', ['run', '--silent', script])
}
npm('lint')
npm('typecheck')
npm('check:generated')
npm('check:compat')
npm('test')
npm('check:foreign')
npm('check:trial')
npm('check:plans')
