import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { redocly } from '../../codegen/redocly.ts'
import type { JsonObject } from '../../codegen/source.ts'
import { book, books, generatorWords, json, renew, type Break } from './generator-words.ts'
import { security } from './security-rules.ts'

const rules = fileURLToPath(new URL('../../codegen/rules/', import.meta.url))
const tidy = await readFile(new URL('fixtures/tidy.yaml', import.meta.url), 'utf8')

/** For each rule, the ways to break it: what is changed in the tidy contract, what is then said. */
const breaks: Record<string, Break[]> = {
  'absolute-ids': [
    [({ components }) => (components.schemas.Id.$id = 'id'), /\$id id must be an absolute URI/],
  ],
  'aliases-routed': [
    [({ paths }) => (paths[book]['x-aliases'] = '/x'), /must be a list of paths/],
    [({ paths }) => (paths[book]['x-aliases'] = ['/api/v1/books/{key}']), /path of its own/],
    [({ paths }) => (paths[book]['x-aliases'] = ['/other']), /placeholders/],
    [({ paths }) => (paths[book]['x-aliases'] = ['/b/{id}']), /\/b\/\{id\} must be named/],
    [(contract) => (contract['x-bases'][0].aliases = ['/v1']), /\/v1 must be named in the descr/],
  ],
  'bases-declared': [
    [(contract) => (contract['x-bases'] = {}), /x-bases must be a list/],
    [(contract) => (contract['x-bases'][0].prefix = '/Api/v1'), /must be a path in lower case/],
    [(contract) => contract['x-bases'].push(contract['x-bases'][0]), /\/api\/v1 stands twice/],
    [(contract) => (contract['x-bases'][0].dialect = 'cobol'), /dialect of \/api\/v1 must be/],
    [(contract) => delete contract['x-bases'][0].cors, /must say cors: true or false/],
    [({ paths }) => (paths['/other'] = paths[books]), /\/other is below no base/],
  ],
  'body-without-default': [
    [
      ({ components }) => (components.schemas.BookCreate.properties.title.default = 'Emma'),
      /createBook has a default for title/,
    ],
    [({ components }) => (components.schemas.FormatInput.default = 'print'), /default for format/],
  ],
  'emits-catalogued': [
    [({ paths }) => (paths[books].post['x-emits'] = 'book.created'), /must be a list/],
    [({ paths }) => (paths[books].post['x-emits'] = ['book.lost']), /emits book.lost, which/],
    [({ paths }) => paths[books].post['x-emits'].push('book.created'), /book.created twice/],
  ],
  'enum-names-unique': [
    [
      ({ components }) => (components.schemas.Binding = { type: 'string', enum: ['Print'] }),
      /Binding and FormatInput both call a value Print|FormatInput and Binding both call a value p/,
    ],
    [
      ({ components }) => (components.schemas.FormatInput['x-enum-varnames'] = ['only_one']),
      /FormatInput: x-enum-varnames must name each value/,
    ],
  ],
  'event-typed': [
    [
      ({ components }) =>
        (components.schemas.BookCreatedEvent.properties.type = { type: 'string' }),
      /must have `type: book.created`/,
    ],
    [({ components }) => components.schemas.BookCreatedEvent.required.pop(), /require `data`/],
  ],
  'examples-given': [
    [({ components }) => delete components.parameters.BookId.example, /the path parameter id/],
    [
      ({ components }) => delete components.requestBodies.BookCreateBody.content[json].example,
      /createBook must have an example of its application\/json request/,
    ],
    [
      ({ components }) => delete components.responses.BookResponse.content[json].example,
      /answer 200/,
    ],
    [
      ({ webhooks }) => delete webhooks['book.created'].post.requestBody.content[json].example,
      /The event book.created must have an example/,
    ],
  ],
  'any-text-is-true': [[({ paths }) => (paths[renew].post['x-any-text'] = 'yes'), /must be true/]],
  'raw-is-true': [
    [
      ({ components }) => (components.requestBodies.BookCreateBody.content[json]['x-raw'] = 'yes'),
      /x-raw of createBook must be true, and of JSON/,
    ],
  ],
  'external-is-true': [
    [({ paths }) => (paths[renew].post['x-external'] = 'yes'), /must be true, or be left out/],
  ],
  'file-order': [
    [
      ({ paths }) => (paths[books] = { post: paths[books].post, get: paths[books].get }),
      /listBooks \(list\) belongs before createBook \(create\)/,
    ],
    [
      (contract) => (contract.paths = Object.fromEntries(Object.entries(contract.paths).reverse())),
      /getBook belongs before renewLoan: resources a to z/,
    ],
  ],
  'line-named': [
    [
      ({ components }) => delete components.schemas.BookCreate.properties.title.format,
      /createBook: title is one line of text and must have `format: line`/,
    ],
    [
      ({ components }) => {
        const author = { type: 'object', properties: { name: { type: ['string', 'null'] } } }
        components.schemas.BookCreate.properties.authors = { type: 'array', items: author }
      },
      /createBook: authors.name is one line of text/,
    ],
    [
      ({ components }) => delete components.schemas.BookCreate.properties.title.maxLength,
      /createBook: the line title must have a maxLength/,
    ],
  ],
  'list-paged': [
    [({ paths }) => paths[books].get.parameters.pop(), /listBooks is a list and must take `limit`/],
    [({ components }) => components.schemas.BookListReply.required.pop(), /must answer `has_more`/],
    [
      ({ paths }) => (paths[books].get.responses['200'] = { description: 'Books.' }),
      /listBooks is a list and must answer `data`/,
    ],
  ],
  'operation-scopes': [
    [({ paths }) => delete paths[books].get.security, /listBooks must declare `security`/],
    [({ paths }) => (paths[books].get.security = [{ bearerAuth: [] }]), /must name a scope/],
    [
      ({ paths }) => (paths[books].get.security = [{ bearerAuth: ['book:read'] }]),
      /the scope book:read, which bearerAuth does not describe/,
    ],
  ],
  'plans-narrowed': [
    [(contract) => delete contract['x-plans'], /x-plans at the root/],
    [({ paths }) => (paths[renew].post['x-plans'] = ['silver']), /some of basic, gold/],
    [({ paths }) => (paths[renew].post['x-plans'] = ['basic', 'gold']), /some of basic, gold/],
  ],
  'post-idempotent': [
    [({ paths }) => delete paths[renew].post.parameters, /renewLoan is a POST and must take/],
  ],
  'query-empty': [
    [
      ({ components }) => delete components.parameters.Limit.allowEmptyValue,
      /The query parameter limit must have/,
    ],
  ],
  'rate-class-known': [
    [({ paths }) => (paths[renew].post['x-rate-class'] = 'fast'), /is fast; there are slow/],
    [({ paths }) => (paths[renew].post['x-rate-class'] = 'default'), /is default/],
  ],
  'schema-once': [
    [
      ({ components }) =>
        (components.schemas.BookCreate.properties.format = {
          description: 'Words do not matter.',
          type: 'string',
          enum: ['print', 'audio'],
        }),
      /the same as #\/components\/schemas\/FormatInput/,
    ],
    [
      ({ components }) => {
        const twice = { type: 'string', enum: ['a', 'b'] }
        components.schemas.Book.properties.one = twice
        components.schemas.BookCreate.properties.other = twice
      },
      /the same as #\/.*Book\/properties\/one/,
    ],
  ],
  'scim-characteristics': [
    ...(
      [
        [{ caseexact: true }, /x-scim: caseexact is no characteristic/],
        [{ caseExact: 'yes' }, /x-scim: caseExact must be one of true, false/],
        [{ canonicalValues: ['a', 'a'] }, /x-scim: canonicalValues must be a list of diff/],
        [{ id: 'User' }, /x-scim: id must be a URN/],
        [{ id: 'urn:a:User', required: true }, /x-scim: required is no characteristic/],
        [{ id: 'urn:a:User', extensions: { Nobody: false } }, /names Nobody, which has no x-scim/],
      ] as const
    ).map(([scim, said]): Break => [
      ({ components }) => (components.schemas.Id['x-scim'] = scim),
      said,
    ]),
  ],
  'since-version': [
    [({ paths }) => delete paths[books].get['x-since'], /listBooks must have x-since/],
    [({ paths }) => (paths[books].get['x-since'] = '1.10.0'), /later than info.version 1.2.0/],
    [({ webhooks }) => delete webhooks['book.created'].post['x-since'], /book.created must have/],
  ],
  'tag-grouped': [
    [({ paths }) => (paths[books].get.tags = ['books']), /one tag of the form surface.resource/],
    [({ tags }) => delete tags[0]['x-displayName'], /must list lending.books with an x-disp/],
    [(contract) => contract['x-tagGroups'][0].tags.shift(), /must contain lending.books/],
    [({ webhooks }) => delete webhooks['book.created'].post.tags, /book.created must have one tag/],
    [
      ({ webhooks }) => (webhooks['book.created'].post.tags = ['lending.news']),
      /must list lending.news with an x-disp/,
    ],
  ],
  ...generatorWords,
  ...security,
}

let dir: string
let found: Map<string, { ruleId: string; message: string }[]>

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rules-'))
  const names = Object.keys(breaks)
  const config = {
    plugins: [join(rules, 'plugin.js')],
    rules: Object.fromEntries(names.map((name) => [`contract/${name}`, 'error'])) as JsonObject,
  }
  config.rules['contract/bases-declared'] = { severity: 'error', dialects: ['envelope'] }
  config.rules['contract/rate-class-known'] = { severity: 'error', classes: ['slow'] }
  await writeFile(join(dir, 'redocly.yaml'), stringify(config))
  await writeFile(join(dir, 'tidy.yaml'), tidy)
  const files = ['tidy.yaml']
  for (const [rule, cases] of Object.entries(breaks)) {
    for (const [index, [change]] of cases.entries()) {
      const contract = parse(tidy) as JsonObject
      change(contract)
      files.push(`${rule}.${index}.yaml`)
      await writeFile(
        join(dir, files.at(-1)!),
        stringify(contract, { aliasDuplicateObjects: false }),
      )
    }
  }
  found = await problemsOf(files)
})

afterAll(() => rm(dir, { recursive: true }))

test('a contract that keeps every rule is silent', () => {
  expect(found.get('tidy.yaml')).toBeUndefined()
})

test('every rule of the folder is in the plugin and has a way to be broken here', async () => {
  const files = (await readdir(rules)).map((name) => basename(name, '.js'))
  expect(files.filter((name) => name !== 'plugin' && name !== 'contract').sort()).toEqual(
    Object.keys(breaks).sort(),
  )
})

describe.each(Object.entries(breaks))('%s', (rule, cases) => {
  test.each(cases.map(([, message], index) => [message, index] as const))(
    '%s',
    (message, index) => {
      const problems = found.get(`${rule}.${index}.yaml`) ?? []
      expect(problems.map(({ ruleId }) => ruleId)).toContain(`contract/${rule}`)
      expect(problems.find((one) => message.test(one.message))?.ruleId).toBe(`contract/${rule}`)
    },
  )
})

async function problemsOf(files: string[]): Promise<typeof found> {
  const args = ['lint', ...files, '--format=json', '--max-problems=1000']
  const { stdout } = await redocly(args, dir)
  const byFile: typeof found = new Map()
  // one JSON document per file, each closed by a brace at the start of a line
  for (const part of stdout.split(/^\}/m).filter((one) => one.trim())) {
    for (const problem of JSON.parse(`${part}}`).problems) {
      const file = basename(problem.location[0].source.ref)
      byFile.set(file, [...(byFile.get(file) ?? []), problem])
    }
  }
  return byFile
}
