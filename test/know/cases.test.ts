import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startPlatform, type Called, type Json, type Platform } from '../support/http/platform.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { hasKnowCases, knowRows, knowSteps } from '../support/know-cases.ts'

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

const cases = hasKnowCases ? describe : describe.skip

/** The value at a JSON pointer; `*` stands for every element. */
function at(value: Json, pointer: string): Json {
  const [name, ...rest] = pointer.split('/').slice(1)
  if (name === undefined) return value
  const deeper = rest.map((each) => `/${each}`).join('')
  return name === '*' ? value.map((each: Json) => at(each, deeper)) : at(value?.[name], deeper)
}

const saved = new Map<string, string>()
const filled = (text: string): string =>
  text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => saved.get(name) as string)

async function send({ method, path, body, headers = {}, web }: Json): Promise<Called> {
  if (web) return platform.call(path, { key: null, host: wiki.tenant.url })
  const given = Object.fromEntries(
    Object.entries(headers as Record<string, string>).map(([name, value]) => [name, filled(value)]),
  )
  const below = filled(path).replace(/^\/know/, '')
  return method === 'GET' ? wiki.read(below, given) : wiki.write(below, body, given)
}

function hold(step: Json, { status, body, headers, text }: Called): void {
  const { expect: wanted = {} } = step
  const { save = {}, save_header = {} } = wanted
  expect({ step, allowed: [wanted.status].flat().includes(status), status, text }).toMatchObject({
    allowed: true,
  })
  for (const [pointer, value] of Object.entries(wanted.is ?? {}))
    expect(at(body, pointer)).toEqual(value)
  for (const [pointer, size] of Object.entries(wanted.size ?? {}))
    expect(at(body, pointer)).toHaveLength(size as number)
  for (const [pointer, values] of Object.entries(wanted.same_set ?? {}))
    expect(at(body, pointer).toSorted()).toEqual(values)
  for (const [name, wantedText] of Object.entries<string>(wanted.header ?? {}))
    expect(headers.get(name)).toMatch(new RegExp(wantedText.replace(/^~/, '')))
  for (const part of wanted.never ?? []) expect(text).not.toContain(part)
  for (const part of wanted.contains ?? []) expect(text).toContain(part)
  for (const slug of wanted.contains_hit ?? []) expect(at(body, '/data/*/slug')).toContain(slug)
  if (wanted.first) expect(body.data[0].slug).toBe(wanted.first)
  for (const [name, pointer] of Object.entries(save)) saved.set(name, at(body, pointer as string))
  for (const [name, header] of Object.entries(save_header))
    saved.set(name, headers.get(header as string) as string)
}

/** Runs the steps of a case: requests of the API and of web pages, and the others by their names. */
async function run(name: string, others: Record<string, (step: Json) => Promise<void>> = {}) {
  for (const step of knowSteps(name)) {
    if (step.do) await (others[step.do] as (step: Json) => Promise<void>)(step)
    else if (step.check) await (others.check as (step: Json) => Promise<void>)(step)
    else if (step.together) {
      const answers = await Promise.all(step.together.map(send))
      const statuses: Record<string, number> = {}
      for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
      expect(statuses).toEqual(step.expect.statuses)
    } else hold(step, await send(step))
  }
}

cases('a case of neighbouring wikis', () => {
  test('10: the second of two editors gets 412 with both texts', () => run('10-two-editors'))

  test('11: of an approval and a rejection at once, one wins', async () => {
    const propose = async ({ slug, content_markdown, as }: Json) => {
      const { id } = await wiki.ok(`/pages/${slug}/revisions`, { content_markdown })
      saved.set(as, id)
    }
    const check = async () => {
      const { body: revision } = await wiki.read(`/revisions/${saved.get('r')}`)
      const { body: page } = await wiki.read('/pages/ar')
      const isApproved = revision.data.status === 'approved'
      expect(page.data.content_markdown).toBe(isApproved ? 'proposal\n' : 'base\n')
    }
    await run('11-approve-and-reject', { propose, check })
  })

  test('12: a diff tells words, not the ends of lines', async () => {
    const diff = async ({ from, to, expect: wanted }: Json) => {
      const { body } = await wiki.read(`/revisions/${filled(to)}/diff?from=${filled(from)}`)
      const { changed_words, ...rest } = wanted
      expect(body.data).toMatchObject(rest)
      if (changed_words === 0)
        expect(body.data).toMatchObject({ removed_words: [], added_words: [] })
    }
    await run('12-diff-line-ends', { diff })
  })

  test.each(['02-xss-fields', '13-slugs', '15-search-wildcards', '16-search-short-and-common'])(
    '%s',
    (name) => run(name),
  )

  test('14: a page that is renamed and back answers at its slug, and leads there from the others', async () => {
    await run('14-rename-chain')
    for (const slug of ['ren-b', 'ren-c']) {
      const { status, headers } = await wiki.read(`/pages/${slug}`)
      expect([status, headers.get('location')]).toEqual([301, '/api/v1/know/pages/ren-a'])
    }
    const { body } = await wiki.read('/pages/ren-a/backlinks')
    expect(body.data).toMatchObject([{ page: { slug: 'linker' }, target_slug: 'ren-b' }])
    expect((await wiki.read('/broken-links')).body.total_count).toBe(0)
  })

  test('17: paging a search while pages come and go shows each page once', async () => {
    const firsts: string[] = []
    const follow = async ({ path, cursor }: Json) => {
      let next: string | null = filled(cursor)
      while (next) {
        const { body } = await send({ method: 'GET', path: path + next })
        firsts.push(...body.data.map(({ slug }: Json) => slug))
        next = body.next_cursor
      }
    }
    const first = await wiki.found('same words')
    expect(first).toEqual([])
    await run('17-cursor-while-pages-come', { follow })
    expect(firsts).toEqual(['cu2', 'cu1'])
  })
})

/** The rows of the table, each held by what it says must happen. */
const held: Readonly<Record<string, () => Promise<void>>> = {
  'know-01': async () => {
    const texts = ['up by 100% then', 'a_b', 'say "quoted" words', 'naïve', 'naive', '私は東京都']
    for (const [i, text] of texts.entries()) await wiki.page(`p-${i}`, text)
    await wiki.page('decoy', '1000 axb quoted')
    const found = async (q: string) => (await wiki.found(q)).sort()
    expect([await found('100%'), await found('a_b')]).toEqual([['p-0'], ['p-1']])
    expect([await found('"quoted"'), await found('東京')]).toEqual([['p-2'], ['p-5']])
    for (const q of ['naïve', 'naive']) expect(await found(q)).toEqual(['p-3', 'p-4'])
    expect(await found('a')).toHaveLength(5)
  },
  'know-02': async () => {
    for (const n of [0, 1, 2, 3, 4]) await wiki.page(`p${n}`, 'needle')
    const seen: string[] = []
    let cursor: string | null = ''
    for (let n = 0; cursor !== null; n++) {
      const { body } = await wiki.read(`/search?q=needle&limit=1&cursor=${cursor}`)
      seen.push(body.data[0].slug)
      // Each edit would move a page to another rank.
      await wiki.ok(`/pages/p${n}`, { title: 'Needle', content_markdown: `needle ${n}` })
      cursor = body.next_cursor
    }
    expect(seen.sort()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
  },
  'know-03': async () => {
    await wiki.page('a', 'the old one')
    await wiki.ok('/pages/a', { slug: 'b' })
    await wiki.ok('/pages/b', { slug: 'c' })
    await wiki.page('a', 'the new one')
    const web = (path: string) => send({ path, web: true })
    expect((await web('/know/a')).text).toContain('the new one')
    const { status, headers } = await web('/know/b')
    expect([status, headers.get('location')]).toEqual([301, '/know/c'])
  },
  'know-04': async () => {
    const text =
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) <svg onload=alert(1)> ' +
      '[x](//example.org) <https://example.org/"onclick=a()>\n\n# __proto__\n\n# __proto__\n'
    await wiki.page('hostile', text)
    const { text: html } = await send({ path: '/know/hostile', web: true })
    expect(html).not.toMatch(/href="(?:javascript|data|vbscript):|<svg|\sonclick=/)
    expect(html).toContain('href="https://example.org/"')
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  },
  'know-05': async () => {
    const { current_revision_id: first } = await wiki.page('p', 'one\r\ncaf\u00e9')
    const { id } = await wiki.ok('/pages/p/revisions', { content_markdown: 'one  \ncafe\u0301' })
    const { body } = await wiki.read(`/revisions/${id}/diff?from=${first}`)
    expect(body.data).toMatchObject({ line_ends_differ: true, added_words: ['cafe\u0301'] })
    expect(body.data.parts).toContainEqual({ kind: 'added', text: '  ' })
    await wiki.ok(`/revisions/${id}/approve`)
    for (const [each, text] of [
      [first, 'one\r\ncaf\u00e9'],
      [id, 'one  \ncafe\u0301'],
    ])
      expect((await wiki.read(`/revisions/${each}`)).body.data.content_markdown).toBe(text)
  },
  'know-06': async () => {
    await wiki.page('p', 'one')
    const match = { 'if-match': (await wiki.read('/pages/p')).headers.get('etag') as string }
    await wiki.ok('/pages/p', { content_markdown: 'two' })
    const { status, body } = await wiki.write('/pages/p', { content_markdown: 'three' }, match)
    expect([status, body.error]).toMatchObject([
      412,
      { sent_markdown: 'three', current_revision: { content_markdown: 'two', status: 'approved' } },
    ])
  },
}

cases('a row of the table', () => {
  test.each(knowRows())('$id: $what', ({ id }) => (held[id] as () => Promise<void>)())

  test('is held by a test, each of them', () => {
    expect(knowRows().map(({ id }) => id)).toEqual(Object.keys(held))
  })
})
