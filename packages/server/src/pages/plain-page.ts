import { createHash } from 'node:crypto'

/** Light or dark as the reader's system is, and as wide as a telephone at least. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2233;--line:#737b93;--accent:#4b45d6;--on-accent:#fff}
@media(prefers-color-scheme:dark){
:root{--paper:#111624;--ink:#e3e7f2;--line:#7d86a0;--accent:#a3a5ff;--on-accent:#111624}}
body{font:1rem/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);margin:0}
main{max-width:32rem;margin:12vh auto 3rem;padding:0 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.1rem}
a{color:var(--accent)}
fieldset{display:flex;gap:1.5rem;border:0;margin:0 0 1rem;padding:0}
legend{padding:0;margin-bottom:.25rem}
input[type=radio]{width:1.15rem;height:1.15rem;margin:0 .4rem 0 0;accent-color:var(--accent);vertical-align:-.15em}
fieldset label{padding:.5rem 0}
textarea{display:block;box-sizing:border-box;width:100%;margin-top:.25rem;padding:.5rem .6rem;resize:vertical;
font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.4rem}
button{min-height:2.75rem;padding:0 1.4rem;font:inherit;font-weight:600;cursor:pointer;
color:var(--on-accent);background:var(--accent);border:0;border-radius:.4rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.25rem}
dd{margin:0}
pre{white-space:pre-wrap}
`

/** The policy of a plain page: it loads nothing, and has no style but this one. */
export const PLAIN_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page of HTML below its title, for what is neither the documentation nor the console. */
export const plainPage = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
${content}
</main>
</html>
`
