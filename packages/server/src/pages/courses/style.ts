import { createHash } from 'node:crypto'
import { STYLE as WIKI } from '../know/style.ts'

/** The style of the learner pages: that of the wiki, with what courses have besides. */
export const STYLE = `${WIKI}
.top nav { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.lead { font-size: 1.1rem; color: var(--quiet); margin: 0.2rem 0 0.6rem; max-width: 48rem; }
.said { max-width: 48rem; }
.courses { list-style: none; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
.courses > li { display: flex; flex-direction: column; gap: 0.35rem; padding: 1rem 1.1rem;
  border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
.courses h2, .courses p { margin: 0; } .courses h2 { font-size: 1.1rem; line-height: 1.35; }
.courses .facts { margin-top: auto; padding-top: 0.4rem; }
.state { color: var(--quiet); font-size: 0.9rem; white-space: nowrap; }
.state.done { color: var(--good); font-weight: 600; }
:root { --good: #1b6b34; } 
@media screen and (prefers-color-scheme: dark) { :root { --good: #7fd69b; } }
.action { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem 1.2rem; margin: 1.2rem 0; }
.action p, .action form { margin: 0; }
.button, .action button, .step button { display: inline-block; font: inherit; font-weight: 600; padding: 0.55rem 1.3rem; border-radius: 6px; }
.button { color: var(--paper); background: var(--accent); text-decoration: none; }
.button.quiet { color: var(--accent); background: transparent; box-shadow: inset 0 0 0 1px var(--accent); }
progress { width: min(100%, 16rem); height: 0.7rem; vertical-align: middle; accent-color: var(--accent); }
.action .bar { flex: 0 1 20rem; } .action.end { margin: 0.8rem 0 0; }
.outline + .facts { margin-top: 1.2rem; }
.outline { max-width: 48rem; } .outline h3 { margin: 1.6rem 0 0.2rem; font-size: 1.1rem; }
.outline h4 { margin: 0.9rem 0 0.2rem; font-size: 1rem; } .outline p { margin: 0; color: var(--quiet); }
.steps { list-style: none; margin: 0.2rem 0; padding: 0; }
.steps > li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem;
  padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
.way { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.6rem 2rem; max-width: 48rem;
  border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
.question { max-width: 48rem; margin: 0 0 1.6rem; padding: 0.4rem 1.1rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; }
.question legend { font-weight: 600; padding: 0 0.4rem; margin-left: -0.4rem; }
.question h3 { margin: 0.6rem 0 0; font-size: 1rem; } .question .facts { font-weight: 400; }
.question .prose > :first-child { margin-top: 0.3rem; } .question > :last-child, .feedback > :last-child { margin-bottom: 0; }
.question input[type='text'], .question select { font: inherit; color: inherit; background: var(--paper); width: 100%; max-width: 24rem;
  border: 1px solid var(--quiet); border-radius: 6px; padding: 0.4rem 0.6rem; }
.question label { display: block; }
.options { display: grid; gap: 0.4rem; }
.options label { display: flex; gap: 0.7rem; align-items: baseline; padding: 0.45rem 0.7rem; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
.options label:has(:checked) { border-color: var(--accent); background: var(--raised); }
.options input { accent-color: var(--accent); flex: none; width: 1.1rem; height: 1.1rem; align-self: start; margin: 0.28rem 0 0; }
.pairs { display: grid; gap: 0.5rem; }
.pairs > div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 14rem); gap: 0.2rem 1rem; align-items: center; }
:root { --bad: #a3241d; }
@media screen and (prefers-color-scheme: dark) { :root { --bad: #ff9d94; } }
.fault, .state.wrong { color: var(--bad); font-weight: 600; }
div.fault { max-width: 48rem; border: 1px solid var(--bad); border-radius: 10px; padding: 0 1.1rem; margin: 0 0 1.2rem; }
.question [aria-invalid='true'] { border-color: var(--bad); }
button.quiet { color: var(--accent); background: transparent; box-shadow: inset 0 0 0 1px var(--accent); }
.answers { margin: 0.6rem 0; } .answers > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; padding: 0.2rem 0; }
.answers dt { color: var(--quiet); } .answers dd { margin: 0; } .answers ul, .answers ol { margin: 0; padding-left: 1.2rem; }
.feedback { border-left: 3px solid var(--line); padding-left: 1rem; color: var(--quiet); }
.result > h2 { margin-top: 1.5rem; }
@media (max-width: 30rem) { .pairs > div, .answers > div { grid-template-columns: minmax(0, 1fr); } }
.own { max-width: 60rem; } .own h2 { margin: 0; font-size: 1.1rem; }
`

/** The path of the style: another one for another style, so that browsers keep it for good. */
export const STYLE_PATH = `/learn/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`
