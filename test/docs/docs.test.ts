import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { errorCodes } from '../../packages/contract/src/index.ts'
import { buildDocs } from '../../packages/docs/src/site.ts'

let folder: string
let pages: Map<string, string>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mobieus-docs-'))
  await buildDocs(folder)
  const files = await readdir(folder, { recursive: true })
  const html = files.filter((file) => file.endsWith('.html'))
  const read = html.map(async (file) => {
    return [file, await readFile(path.join(folder, file), 'utf8')] as const
  })
  pages = new Map(await Promise.all(read))
})
afterAll(() => rm(folder, { recursive: true }))

const addressesIn = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

describe('every error code', () => {
  test.each(Object.entries(errorCodes))('%s has a page that explains it', (code, { status }) => {
    const page = pages.get(`errors/${code}.html`) ?? ''
    expect(page).toContain(`HTTP ${status}`)
    for (const part of ['Example', 'Usual causes', 'What to do'])
      expect(page).toContain(`>${part}</h2>`)
    const example = /<pre><code class="language-json">([^]*?)<\/code>/.exec(page)?.[1] ?? ''
    const answer = JSON.parse(example.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))
    // A code with the status 200 is told in the dialect of hooks that ask a model.
    if (status === 200) return expect(answer).toEqual({ ok: false, error: code })
    expect(answer).toMatchObject({
      error: { code, doc_url: `https://demo.mobieus.io/docs/errors/${code}` },
      request_id: answer.error.request_id,
    })
  })

  test('stands in the list of all', () => {
    const index = pages.get('errors/index.html') ?? ''
    const text = index.replaceAll('<wbr>', '')
    for (const code of Object.keys(errorCodes)) expect(text).toContain(`<code>${code}</code>`)
  })
})

test('every decision has a number of its own, in its name and in its title', async () => {
  const adrs = (await readdir('packages/docs/adr')).filter((file) => /^\d/.test(file))
  const numbers = adrs.map((file) => file.slice(0, 4))
  expect(numbers).toEqual([...new Set(numbers)])
  for (const file of adrs) {
    const title = await readFile(path.join('packages/docs/adr', file), 'utf8')
    expect([file, title]).toEqual([
      file,
      expect.stringMatching(RegExp(`^# ${+file.slice(0, 4)}\\. `)),
    ])
  }
})

test('every link and every asset leads to something of the build, or to the API', () => {
  const ours = /^\/(?:api\/docs|docs)\/(?!api\/)/
  for (const [file, html] of pages)
    for (const address of [...addressesIn(html, 'href'), ...addressesIn(html, 'src')]) {
      const url = new URL(address, `http://docs/docs/${file}`)
      if (url.host !== 'docs' || !ours.test(url.pathname)) continue
      const at = url.pathname.replace(ours, '')
      const found = [at, `${at}.html`, path.join(at, 'index.html')].some((name) => exists(name))
      if (!found) throw new Error(`${file} links to ${address}, which is not there`)
      const anchor = url.hash.slice(1)
      if (anchor) expect(pages.get(`${at}.html`) ?? html).toContain(`id="${anchor}"`)
    }
})

const assets = ['docs.css', 'prose.css', 'reference.css', 'favicon.svg', 'reference.js', 'theme.js']

const exists = (file: string) =>
  pages.has(file) || [...assets, 'redoc.standalone.js'].includes(file)

test('nothing is loaded from elsewhere, and no script or style is inline', async () => {
  for (const [file, html] of pages) {
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)]
    for (const [, attributes = '', content] of scripts) {
      expect([file, content]).toEqual([file, ''])
      expect(attributes).toMatch(/ src="\/api\/docs\/[\w.]+\.js"/)
    }
    for (const [link] of html.matchAll(/<link\b[^>]*>/g)) expect(link).toContain('href="/api/docs/')
    expect(html).not.toMatch(/<style|\son\w+=|\sstyle=|javascript:/)
    for (const address of addressesIn(html, 'src')) expect(address).toMatch(/^\/api\/docs\//)
  }
  for (const name of assets) {
    const text = await readFile(path.join(folder, name), 'utf8')
    expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/|@import/)
  }
  const redoc = await readFile(path.join(folder, 'redoc.standalone.js'), 'utf8')
  const loaded = redoc.match(/https?:\/\/(?:cdn|fonts)\.[^"'\s]*|sourceMappingURL=\w+\./g)
  expect(loaded).toBeNull()
})

test('a build is made only from new inputs, and again when it was broken off', async () => {
  expect((await buildDocs(folder)).written).toBe(false)
  await writeFile(path.join(folder, '.stamp'), 'of other inputs')
  expect((await buildDocs(folder)).written).toBe(true)
})

const root = path.resolve(import.meta.dirname, '../..')

test('files, folders and commands that the READMEs and CONTRIBUTING.md name are there', async () => {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const packages = (await readdir(path.join(root, 'packages'))).map((name) => `packages/${name}`)
  const readmes = ['codegen', ...packages].map((folder) => `${folder}/README.md`)
  // A name alone, as in `log.ts`, is a file of the part that is spoken of.
  const rooms = [
    ...packages.flatMap((each) => [each, `${each}/src`, `${each}/src/core`]),
    'codegen',
  ]
  const isThere = (at: string) =>
    (/^(?:packages|test|scripts|codegen)\//.test(at) ? ['.'] : ['.', ...rooms]).some((room) =>
      existsSync(path.join(root, room, at)),
    )
  const ofPath = /^(?!\/|openapi)[\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|md|sql|yaml))$/
  const missing: string[] = []
  for (const file of ['README.md', 'CONTRIBUTING.md', ...readmes]) {
    const text = await readFile(path.join(root, file), 'utf8')
    const named = [...text.matchAll(/`([^`\n]+)`|\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, code, link]) => code ?? link ?? '')
      .filter((each) => ofPath.test(each) && each !== nextMigration)
    missing.push(...named.filter((each) => !isThere(each)).map((each) => `${file}: ${each}`))
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      if (!(script in scripts)) missing.push(`${file}: npm run ${script}`)
  }
  expect(missing).toEqual([])
})

/** An example of a name that is still free. */
const nextMigration = '0034_core_drafts.sql'
