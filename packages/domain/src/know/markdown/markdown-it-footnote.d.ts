declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it'
  const plugin: (md: MarkdownIt) => void
  // eslint-disable-next-line no-restricted-syntax -- the package has no other export
  export default plugin
}
