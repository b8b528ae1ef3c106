import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { surfaces } from '../../packages/domain/src/index.ts'
import type { Chore } from '../../packages/domain/src/kit/index.ts'
import { choresOf } from '../../packages/domain/src/platform/index.ts'
import { numberSetting } from '../../packages/domain/src/kit/settings.ts'
import { surface } from '../../packages/domain/src/kit/surface.ts'
import { checkSurfaces } from '../../packages/domain/src/platform/check-surfaces.ts'

/**
 * Declarations of surfaces are found by their name: each name once, and nothing left undeclared.
 */

const domain = path.resolve(import.meta.dirname, '../../packages/domain/src')

const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(domain, file), 'utf8'))

/** The text of a constant that some source declares. */
const textOf = (constant: string): string | undefined =>
  sources.map((text) => new RegExp(`const ${constant} = '([^']+)'`).exec(text)?.[1]).find(Boolean)

/** The names of all declarations of a type, each a text or a constant. */
const declaredIn = (type: string): (string | undefined)[] =>
  sources
    .flatMap((text) => [
      ...text.matchAll(
        new RegExp(
          `^export const \\w+(?:: ${type} = | = purgeOf\\()\\{\\s+name: (?:'([^']+)'|(\\w+))`,
          'gm',
        ),
      ),
    ])
    .map(([, name, constant]) => name ?? textOf(constant as string))
    .sort()

test('every chore that is written is declared by a surface: one that is not would be noted and never done', () => {
  const declared = choresOf(surfaces).map(({ name }) => name)
  expect(declared.length).toBeGreaterThan(5)
  expect(declaredIn('Chore')).toEqual(declared.sort())
})

const chore: Chore = { name: 'purgeSignIns', run: async () => 0, next: () => null as never }
const setting = numberSetting('webhooks.max_endpoints', {
  pattern: /^\d$/,
  what: 'a digit',
  otherwise: 1,
})

test.each([
  ['chore', { purges: [chore] }, 'two chores are called purgeSignIns'],
  [
    'chore of the log',
    { purges: [{ ...chore, name: 'log:webhooks' }] },
    'two chores are called log:webhooks',
  ],
  [
    'round',
    { every: [{ minutes: 1, name: 'purge', round: async () => {} }] },
    'two rounds are called purge',
  ],
  ['setting', { settings: [setting] }, 'two settings are called webhooks.max_endpoints'],
  ['folder', { storage: { folders: ['files'] } }, 'two folders are called files'],
  ['scope', { moderatorScopes: ['extra:read'] }, 'no operation asks for the scope extra:read'],
])('a surface that takes what another has is refused by name: %s', (_what, declared, message) => {
  expect(() => checkSurfaces(surfaces)).not.toThrow()
  const extra = surface('extra', { handlers: {}, ...declared } as never)
  expect(() => checkSurfaces([...surfaces, extra])).toThrow(message)
})
