import type { PackageItem, ShownPlay } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'

/** The path below which the player's own files are. */
export const PLAYER_PATH = '/learn/player'

/** The page that holds the run-time, and the frame of the content below it. */
export function playerPage({ title, items, states, offers }: ShownPlay, base: string): string {
  const launchable = flat(items).filter(({ launch }) => launch !== null)
  const open = launchable.filter(({ identifier }) => states[identifier]?.is_open)
  const next = open.find(({ identifier }) => !isThrough(states[identifier]?.state)) ?? open[0]
  const told = {
    base,
    items: launchable.map(({ identifier, launch }) => ({ identifier, launch })),
    ...{ first: next?.identifier ?? null, offers },
  }
  const isOne = launchable.length < 2
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${PLAYER_PATH}/player.css">
</head>
<body>
<header><h1>${escaped(title)}</h1>
${isOne ? '' : '<button type="button" id="previous">Previous</button><button type="button" id="next">Next</button>'}</header>
${isOne ? '' : `<nav aria-label="Parts">${listOf(items)}</nav>`}
<main>
<p id="note" role="status" hidden></p>
<iframe id="content" title="${escaped(title)}" allow="autoplay; fullscreen" allowfullscreen></iframe>
</main>
<script type="application/json" id="launch">${JSON.stringify(told).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${PLAYER_PATH}/player.js"></script>
</body>
</html>
`
}

const isThrough = (state: string | undefined): boolean =>
  state === 'passed' || state === 'completed'

const flat = (items: readonly PackageItem[]): PackageItem[] =>
  items.flatMap((item) => [item, ...flat(item.items)])

const listOf = (items: readonly PackageItem[]): string =>
  `<ul>${items
    .filter((item) => item.is_visible || item.items.length > 0)
    .map((item) => `<li>${entryOf(item)}${item.items.length > 0 ? listOf(item.items) : ''}</li>`)
    .join('')}</ul>`

const entryOf = ({ identifier, title, launch }: PackageItem): string =>
  launch === null
    ? `<strong>${escaped(title)}</strong>`
    : `<button type="button" data-item="${escaped(identifier)}">${escaped(title)} <span data-shown></span></button>`
