import { Marked } from 'marked'

const marked = new Marked({
  gfm: true,
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      // In the repository links lead to files, on the web to pages; the folders are the same.
      const to = /^[a-z]+:/.test(href) ? href : href.replace(/\.md(?=#|$)/, '')
      return `<a href="${to.replaceAll('"', '%22')}">${this.parser.parseInline(tokens)}</a>`
    },
  },
})

/** Our own Markdown as HTML. Nothing is sanitised: never give it what somebody else has written. */
export function renderMarkdown(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
}
