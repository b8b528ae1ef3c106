/* eslint-disable @typescript-eslint/no-require-imports -- Jest requires its resolver as CommonJS */
const { existsSync } = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '../..')
const found = new Map()

/**
 * Leads an import of what is loaded once a process to the file that hands it out, which `compileShared`
 * has made. Every other import goes where Jest would look.
 */
module.exports = (specifier, options) => {
  const shared = /^[./]/.test(specifier) ? undefined : handing(specifier)
  if (shared !== undefined) return shared
  const file = options.defaultResolver(specifier, options)
  return handing(path.relative(root, file)) ?? file
}

function handing(name) {
  const folder = process.env.TEST_SHARED
  if (folder === undefined) return undefined
  if (!found.has(name)) {
    const file = path.join(folder, `${name}.cjs`)
    found.set(name, existsSync(file) ? file : undefined)
  }
  return found.get(name)
}
