import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '..')

/** The arrows of the tree: what each part may import of ours. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/contract': [],
  'packages/client': ['contract'],
  'packages/db': [],
  'packages/domain': ['contract', 'db'],
  'packages/server': ['contract', 'db', 'domain'],
  'packages/worker': ['contract', 'db', 'domain'],
  'packages/cli': ['contract', 'db', 'domain', 'server', 'worker'],
  'packages/docs': ['contract'],
  codegen: [],
}

const sources = (folder: string, named = /\.(?:ts|tsx|mts)$/): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => named.test(file) && !/(?:^|\/)(?:dist|build|node_modules|generated)\//.test(file),
    )
    .map((file) => path.join(folder, file))

const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(path.join(root, file), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)

test.each(Object.entries(arrows))('%s imports only what its arrows allow', (folder, allowed) => {
  const files = sources(folder)
  expect(files.length).toBeGreaterThan(0)
  const forbidden = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => {
        const ours = /^@mobieus\/([a-z]+)/.exec(specifier)?.[1]
        if (ours) return !allowed.includes(ours) && `packages/${ours}` !== folder
        if (!specifier.startsWith('.')) return false
        const target = path.relative(root, path.resolve(root, path.dirname(file), specifier))
        return !target.startsWith(`${folder}/`)
      })
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(forbidden).toEqual([])
})

/** The rooms of the domain, in the order in which they stand on each other. */
const foundations = ['kit', 'platform', 'core']

test('a surface imports kit, platform and core, and nothing of another surface', () => {
  const forbidden = sources('packages/domain/src').flatMap((file) => {
    const room = path.relative('packages/domain/src', file).split('/')[0] ?? ''
    if (room.endsWith('.ts')) return []
    const floor = foundations.indexOf(room)
    const allowed = [...(floor === -1 ? foundations : foundations.slice(0, floor)), room]
    return importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => {
        const target = path.normalize(path.join(path.dirname(file), specifier))
        return !allowed.some((each) => target.startsWith(`packages/domain/src/${each}/`))
      })
      .map((specifier) => `${file} imports ${specifier}`)
  })
  expect(forbidden).toEqual([])
})

test('domain knows nothing of HTTP', () => {
  const http = sources('packages/domain').flatMap((file) =>
    importsOf(file)
      .filter((specifier) => /^(?:express|node:http|node:https|undici)/.test(specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(http).toEqual([])
})

test('queries live in stores', () => {
  const outside = sources('packages/domain')
    .filter((file) => !/(?:\.store|list-pages|count|outbox)\.ts$/.test(file))
    .filter((file) =>
      /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    )
  expect(outside).toEqual([])
})

/** See ADR 6: a deferred change is not in the table yet. */
test('a deferred change is called so', () => {
  const stores = sources('packages/domain').filter((file) => file.endsWith('.store.ts'))
  const exported = stores.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split(/^(?=export )/m)
      .map((text) => ({ name: /^export (?:const|function) (\w+)/.exec(text)?.[1] ?? '', text })),
  )
  const deferring = exported.filter(({ text }) => /\bdefer\(/.test(text)).map(({ name }) => name)
  expect(deferring).toContain('deferPost')
  expect(deferring.filter((name) => !name.startsWith('defer'))).toEqual([])
})

/** CONTRIBUTING, "Comments": the sentences of every file that is written by hand. */
describe('a sentence of a comment', () => {
  const sentences = ['packages', 'codegen', 'scripts', 'test']
    .flatMap((folder) => sources(folder, /\.(?:[cm]?ts|tsx|[cm]?js)$/))
    .flatMap((file) =>
      sentencesOf(readFileSync(path.join(root, file), 'utf8')).map((sentence) => ({
        file,
        sentence,
      })),
    )

  test('does not begin with a riddle: its subject is a thing or a role, which the first word names', () => {
    const riddle = /^(?:Who(?:m|se|ever)?|What(?:ever)?|Whichever|Of|Somebody|Nobody)\b/
    expect(sentences.filter(({ sentence }) => riddle.test(sentence))).toEqual([])
  })

  test('has at most 25 words', () => {
    const words = (sentence: string) => sentence.split(' ').filter((word) => /\w/.test(word))
    expect(sentences.length).toBeGreaterThan(1000)
    expect(sentences.filter(({ sentence }) => words(sentence).length > 25)).toEqual([])
  })
})

test('no title of a test begins with a riddle', () => {
  const title = /^( *)(?:(?:test|describe)\w*\b.*?\(|.*\]\)\()\s*['"`](\w+)\b.*/gm
  const riddle = /^(?:who(?:m|ever)?|what(?:ever)?|whichever|somebody|nobody)$/i
  // Within a `describe` they go on with its subject, as "a report" with "of a member".
  const goesOn = /^(?:of|whose)$/i
  const titles = sources('test', /\.test\.ts$/).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(title)].map(
      ([line, indent = '', word = '']) => ({ file, line: line.trim(), indent, word }),
    ),
  )
  expect(titles.length).toBeGreaterThan(500)
  const found = titles.filter(
    ({ indent, word }) => riddle.test(word) || (indent === '' && goesOn.test(word)),
  )
  expect(found).toEqual([])
})

/** The sentences of a source's comments without examples; code between backticks is one word. */
function sentencesOf(source: string): string[] {
  const comments = source.match(/^[ \t]*(?:\/\*[^]*?\*\/|\/\/.*(?:\n[ \t]*\/\/.*)*)/gm) ?? []
  return comments
    .map((comment) => comment.replace(/^[ \t]*(?:\/\*+|\*+\/|\*|\/\/)/gm, '').replace('*/', ''))
    .flatMap((text) => text.replace(/@example[^]*/, '').split(/\n\s*\n|\n(?=\s*[-@])|\n(?= {4})/))
    .filter((paragraph) => !paragraph.startsWith('    '))
    .map((paragraph) =>
      paragraph
        .replace(/`[^`]*`/g, 'code')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!][)"]?) /))
}

test('no file holds the marks of a conflict that was not resolved', () => {
  const marked = spawnSync('git', ['grep', '-lE', '^(<<<<<<<|>>>>>>>) '], { cwd: root })
  // git grep ends with 1 where it finds nothing.
  expect([marked.status, String(marked.stdout)]).toEqual([1, ''])
})

test('hand-written files stay below 300 lines', () => {
  const long = [...Object.keys(arrows), 'scripts', 'test']
    .flatMap((folder) => sources(folder))
    .filter((file) => !/fixtures\//.test(file))
    .map((file) => ({
      file,
      lines: readFileSync(path.join(root, file), 'utf8').split('\n').length - 1,
    }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

/** The end of such a loop is the planner's choice, unless the recursion ends itself. */
test('no statement recurses or counts up', () => {
  const migrations = readdirSync(path.join(root, 'packages/db/migrations')).map((file) =>
    path.join('packages/db/migrations', file),
  )
  const loops = [...Object.keys(arrows).flatMap((folder) => sources(folder)), ...migrations].filter(
    (file) =>
      /\bwith\s+recursive\b|\bgenerate_series\b/i.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(loops).toEqual([])
})

/**
 * PostgreSQL takes no COPY into a sharded table under row-level security, into which such an insert
 * without `returning` would be turned.
 */
test('an insert of what a query finds returns something', () => {
  const statements = ['packages/domain', 'packages/server', 'packages/worker', 'packages/cli']
    .flatMap((folder) => sources(folder))
    .flatMap((file) => insertsOf(readFileSync(path.join(root, file), 'utf8')))
  const selecting = statements.filter((statement) => /\bselect\b/i.test(statement))
  expect(selecting.length).toBeGreaterThan(5)
  expect(selecting.filter((statement) => !/\breturning\b/i.test(statement))).toEqual([])
})

/** Each `insert into …` up to the end of its text, or of the parentheses around it; what is within is left out. */
function insertsOf(source: string): string[] {
  return [...source.matchAll(/insert into \w+/g)].map(({ index }) => {
    let depth = 0
    let statement = ''
    for (const character of source.slice(index)) {
      if (character === ')') depth--
      if (depth < 0 || (character === '`' && depth === 0)) break
      if (depth === 0) statement += character
      if (character === '(') depth++
    }
    return statement
  })
}

/** Behind a pooler in transaction mode the next transaction is on another connection. */
test('nothing that a session keeps is left on a pooled connection', () => {
  const kept =
    /\bpg_(?:try_)?advisory_(?:lock|unlock)|\bdiscard all\b|\bdeallocate\b|\bcreate temp|['"`](?:un)?listen |['"`]set (?!local\b)/i
  // Connections of their own: the listener's, and the one that asks what a pooler does.
  const own = ['packages/db/src/listen.ts', 'packages/db/src/pooler.ts']
  const found = ['packages/db', 'packages/domain', 'packages/server', 'packages/worker']
    .flatMap((folder) => sources(folder))
    .filter((file) => kept.test(readFileSync(path.join(root, file), 'utf8')))
  expect(found).toEqual(own)
})
