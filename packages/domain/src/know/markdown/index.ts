export { renderMarkdown, linksOf, type Rendered } from './html.rules.ts'
export type { Heading } from './headings.rules.ts'
