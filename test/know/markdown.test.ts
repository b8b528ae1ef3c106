import { describe, expect, test } from '@jest/globals'
import { linksOf, renderMarkdown } from '../../packages/domain/src/know/markdown/index.ts'
import { hasKnowCases, knowText } from '../support/know-cases.ts'

const cases = hasKnowCases ? describe : describe.skip
const rendered = (file: string) => renderMarkdown(knowText(file))

cases('a case of neighbouring wikis', () => {
  test('01: payloads run nothing and load nothing, and what is text stays readable', () => {
    const { html } = rendered('01-xss-body.md')
    expect(html).not.toMatch(
      /<(?:script|svg|iframe|math|style)|href="(?:javascript|data)|<[^>"]* on\w+=/i,
    )
    for (const text of ['control character first', 'quote', '&lt;script&gt;alert(17)'])
      expect(html).toContain(text)
  })

  test('03: headings have ids of their own, and the table of contents has them all', () => {
    const { html, headings } = rendered('03-headings.md')
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(headings.map(({ id }) => id)).toEqual(ids)
    expect(ids).toEqual([
      ...['h-setup', 'h-setup-1', 'h-setup-1-1', 'h-run-npm-ci-and-read', 'h-über-uns'],
      ...['h-section', 'h-section-1', 'h-setext'],
    ])
  })

  test('04: a table keeps its columns and their alignment', () => {
    const { html } = rendered('04-tables.md')
    expect(html.match(/<tr>/g)).toHaveLength(4)
    expect(html.match(/<t[dh] /g)).toHaveLength(12)
    expect(html).toContain('<td class="text-left"><code>a|b</code></td>')
    expect(html).toContain('<td class="text-center"><a href="https://example.com/"')
    expect(html).toContain('<td class="text-right">3</td>')
  })

  test('05: footnotes are numbered by their first use, and lead back to each', () => {
    const { html } = rendered('05-footnotes.md')
    expect(html).toMatch(
      /First<sup><a id="fnref-1"[^>]*>1<.*then<sup><a [^>]*>2<.*again<sup><a [^>]*>1</,
    )
    expect(html.match(/href="#fnref-1(?:-2)?"/g)).toHaveLength(2)
    expect(html).toContain('missing[^gone]')
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('06: tasks are boxes that nobody can click, and that say their state', () => {
    const { html } = rendered('06-tasks.md')
    const boxes = html.match(/<input [^>]*>/g) ?? []
    expect(boxes.map((box) => [box.includes('checked'), box.includes('disabled')])).toEqual([
      ...[
        [true, true],
        [false, true],
        [true, true],
      ],
    ])
    expect(boxes.map((box) => /aria-label="(\w+)"/.exec(box)?.[1])).toEqual([
      'Done',
      'Open',
      'Done',
    ])
    expect(html).toContain('[y] no task')
  })

  test('07: HTML that was not closed ends with the text', () => {
    const { html } = rendered('07-raw-html.md')
    expect(html).toContain('<kbd>Ctrl</kbd>+<kbd>S</kbd><br />H<sub>2</sub>O')
    expect(html).toMatch(/<details><summary>More<\/summary>\s*<p><em>inside<\/em> markdown/)
    expect(html.trimEnd()).toMatch(/<\/b><\/div>$/)
    expect(html).not.toContain('<!--')
  })

  test('08: links within the wiki are told from others', () => {
    const { html, links } = rendered('08-links.md')
    expect(links).toEqual(['x-one', 'other-page', 'no-such-page'])
    const rel = 'rel="noopener nofollow ugc"'
    for (const part of [
      `<a href="https://example.com/a?b=1&amp;c=2" ${rel}>e</a>`,
      `<a href="https://example.org/x" ${rel}>p</a>`,
      ...['<a href="mailto:help@example.com">m</a>', '<a href="tel:+15550100">t</a>'],
      ...[
        '<a href="/know/x-one">k</a>',
        '<a href="#h-part">h</a>',
        '<a href="/know/other-page">r</a>',
      ],
      `${rel}>https://example.com/a_(b)</a>. and`,
      `<a href="https://www.example.com/path" ${rel}>www.example.com/path</a>, ok.`,
      '<h2 id="h-part">',
    ])
      expect(html).toContain(part)
  })

  test('09: images of this host are shown, others are links', () => {
    const { html } = rendered('09-images.md')
    expect(html.match(/<img [^>]*>/g)).toEqual([
      '<img src="/files/1/plan.png" title="Plan" alt="own" loading="lazy" />',
    ])
    expect(html).toContain(
      '<a href="http://example.com/a.png" rel="noopener nofollow ugc">plain</a>',
    )
    expect(html).not.toMatch(/(?:src|href)="data:/)
  })
})

describe('the text', () => {
  test('gives no element an id, a class or a style, even under a name of the parser', () => {
    const { html } = renderMarkdown(
      '<p id="main" class="top" style="color:red" data-id-0="x" role="alert" tabindex="1">a</p>',
    )
    expect(html.trim()).toBe('<p>a</p>')
  })

  test('cannot tick or label a box of its own', () => {
    expect(
      renderMarkdown('<input type="text" name="password" aria-label="x"> a').html,
    ).not.toContain('input')
  })

  test('has its code coloured', () => {
    const { html } = renderMarkdown('```js\nconst a = "x"\n```')
    expect(html).toContain('<span class="hljs-keyword">const</span>')
  })

  test('may name things as JavaScript does', () => {
    const { headings } = renderMarkdown(
      '# __proto__\n\n# constructor\n\n# constructor\n\n[^toString]: a',
    )
    expect(headings.map(({ id }) => id)).toEqual(['h-proto', 'h-constructor', 'h-constructor-1'])
  })

  test('leads to other pages by paths of any form, and not to what only looks like one', () => {
    const text =
      '[a](/know/a?x=1#Part%20two) [b](./b) <a href="c">c</a> [d](/know/d/history) `[e](e)` [s](search) [F](F)'
    expect(linksOf(text)).toEqual(['a', 'b', 'c'])
    expect(renderMarkdown(text).html).toContain('href="/know/a?x=1#h-part-two"')
  })
})

/** Each takes markdown-it, the sifter or the highlighter more than linear time. */
const HOSTILE: Record<string, string> = {
  brackets: '[',
  images: '![',
  stars: '**a*',
  strikes: '~~a~',
  quotes: '> ',
  elements: '<b>',
  notes: '^[',
  footnotes: '[^a]: x\n',
  headings: '# a\n',
  addresses: 'http://a.b(',
}
test.each(Object.entries(HOSTILE))('a megabyte of %s ends in time', (_, part) => {
  const before = performance.now()
  const { html } = renderMarkdown(part.repeat(1_000_000 / part.length), 400)
  expect(performance.now() - before).toBeLessThan(5000)
  expect(html.length).toBeGreaterThan(0)
})

test('a text that takes too long is shown as it is written', () => {
  const { html, isPlain, links } = renderMarkdown('![<b>'.repeat(200_000), 50)
  expect([isPlain, links]).toEqual([true, []])
  expect(html).toMatch(/^<pre[^>]*>!\[&lt;b&gt;!/)
  expect(linksOf('!['.repeat(500_000), 50)).toEqual([])
})

test('code that would take a highlighter minutes stays plain', () => {
  const before = performance.now()
  const { isPlain, html } = renderMarkdown(`\`\`\`js\n${'a'.repeat(100_000)}\n\`\`\``)
  expect(isPlain).toBe(false)
  expect(html).not.toContain('<span')
  expect(performance.now() - before).toBeLessThan(1000)
})
