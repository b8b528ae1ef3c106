import { createHash } from 'node:crypto'

/** The style of the wiki's pages: light and dark as the system is, narrow and wide, and on paper. */
export const STYLE = `:root {
  --paper: #fff; --raised: #f6f7fb; --ink: #1d2233; --quiet: #586079; --line: #d9deea;
  --accent: #4b45d6; --added: #d9f2df; --removed: #fbdcdc; --code: #eff0fb;
  --word: #8a2a86; --text: #0b6670; --number: #8f4a00; --note: #586079; --name: #3a34b8;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #111624; --raised: #191f30; --ink: #e3e7f2; --quiet: #a3abc0; --line: #2c344b;
    --accent: #a9abff; --added: #16402a; --removed: #55232a; --code: #1f2540;
    --word: #e59ae0; --text: #72d0da; --number: #f0b070; --note: #a3abc0; --name: #c3c5ff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.65 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
.top {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem;
  padding: 0.75rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--raised);
}
.top .brand { font-weight: 700; color: var(--ink); text-decoration: none; }
.top .out { flex: none; margin: 0; }
.top form { margin-left: auto; display: flex; gap: 0.4rem; flex: 0 1 22rem; }
input[type='search'] {
  flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--quiet); border-radius: 6px; padding: 0.25rem 0.6rem;
}
button {
  font: inherit; color: var(--paper); background: var(--accent); border: 0; border-radius: 6px;
  padding: 0.25rem 0.9rem; cursor: pointer;
}
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.columns { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); }
.columns > * { min-width: 0; max-width: 48rem; }
@media screen and (min-width: 64rem) {
  .with-contents { grid-template-columns: minmax(0, 48rem) 16rem; }
  .with-contents .contents { grid-column: 2; grid-row: 1 / 9; position: sticky; top: 1rem;
    align-self: start; max-height: calc(100vh - 2rem); overflow: auto; }
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; letter-spacing: -0.01em; }
h1 { font-size: 2rem; margin: 0.2em 0 0.4em; }
h2 { font-size: 1.5rem; } h3 { font-size: 1.2rem; } h4, h5, h6 { font-size: 1rem; }
.facts, .crumbs { color: var(--quiet); margin: 0.2rem 0; }
.tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; margin: 0.4rem 0 1rem; }
.contents { font-size: 0.92rem; border: 1px solid var(--line); border-radius: 8px; padding: 0.8rem 1rem; margin: 1rem 0; }
.contents h2 { font-size: 0.92rem; margin: 0 0 0.3rem; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { text-decoration: none; }
.contents .l3 { padding-left: 1rem; } .contents .l4, .contents .l5, .contents .l6 { padding-left: 2rem; }
.anchor { text-decoration: none; font-weight: 400; color: var(--quiet); }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 0.8rem 1rem;
  overflow: auto; line-height: 1.5; overflow-wrap: normal; }
pre.plain { white-space: pre-wrap; }
code, kbd, samp, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.9em; }
:not(pre) > code, kbd { background: var(--code); border-radius: 4px; padding: 0.1em 0.35em; }
blockquote { margin: 1em 0; padding: 0 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
img { max-width: 100%; height: auto; }
.table { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.7rem; text-align: left; vertical-align: top; }
th { background: var(--raised); }
.text-center { text-align: center; } .text-right { text-align: right; }
.task { list-style: none; margin-left: -1.4rem; }
.footnotes { border-top: 1px solid var(--line); margin-top: 2rem; font-size: 0.92rem; }
.about { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.5rem; color: var(--quiet); }
.list { list-style: none; padding: 0; max-width: 60rem; }
.list > li { border-bottom: 1px solid var(--line); padding: 0.7rem 0; }
.list p { margin: 0.2rem 0; color: var(--quiet); }
.list .tags { margin: 0.2rem 0 0; }
.revision { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.5rem; }
.revision dt { color: var(--quiet); } .revision dd { margin: 0; }
.vote, .discussion { max-width: 48rem; }
.said { white-space: pre-line; } .list .said { color: var(--ink); }
.threads blockquote { margin: 0.2rem 0; }
.replies { list-style: none; margin: 0.5rem 0; padding-left: 1.2rem; border-left: 3px solid var(--line); }
.say label { display: block; } .say details { margin-bottom: 0.6rem; } .say summary { cursor: pointer; color: var(--accent); width: fit-content; }
textarea { display: block; width: 100%; margin: 0.25rem 0 0.6rem; resize: vertical; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--quiet); border-radius: 6px; padding: 0.4rem 0.6rem; }
button[aria-pressed='false'] { color: var(--accent); background: transparent; box-shadow: inset 0 0 0 1px var(--accent); }
mark { background: #ffe58a; color: #1d2233; }
ins { background: var(--added); text-decoration: none; } del { background: var(--removed); } del + ins { margin-left: 0.25em; }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-doctag { color: var(--word); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-meta .hljs-string { color: var(--text); }
.hljs-number, .hljs-symbol, .hljs-bullet, .hljs-variable, .hljs-template-variable { color: var(--number); }
.hljs-comment, .hljs-quote, .hljs-meta, .hljs-deletion { color: var(--note); }
.hljs-title, .hljs-attr, .hljs-attribute, .hljs-name, .hljs-section, .hljs-built_in, .hljs-type { color: var(--name); }
.hljs-emphasis { font-style: italic; } .hljs-strong { font-weight: 700; }
@media print {
  .top, .contents, .anchor, .skip, .more, .vote, .say { display: none; }
  body { font-size: 11pt; } main { padding: 0; max-width: none; }
  pre { white-space: pre-wrap; } pre, table, img { break-inside: avoid; }
  a[rel]::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
}
`

/** The path of the style: another one for another style, so that browsers keep it for good. */
export const STYLE_PATH = `/know/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`
