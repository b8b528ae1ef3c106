// The player: a list of items, the frame of the one that is open, and the run-time that it finds above it.
import { createCommits } from './commits.js'
import { createRunTime } from './run-time.js'

const told = JSON.parse(document.getElementById('launch').textContent)
const { base, items, first } = told
const frame = document.getElementById('content')
const note = document.getElementById('note')
const links = new Map(
  [...document.querySelectorAll('[data-item]')].map((link) => [link.dataset.item, link]),
)
let [open, commits, offers, shown] = [undefined, undefined, told.offers, undefined]
/** The controls by what SCORM calls them. */
const CONTROLS = { next: 'continue', previous: 'previous' }

const say = (text) => {
  note.textContent = text
  note.hidden = text === ''
}

/**
 * Ends what is open: content that does not say so itself is left as if its window had been closed. A request that it
 * makes in its unloading comes too late: another item is on its way.
 */
async function close() {
  const wasOpen = open !== undefined && !frame.hidden
  open = undefined
  if (wasOpen) await leave()
  await commits?.settle()
  delete window.API
  delete window.API_1484_11
  commits = undefined
}

/** Unloads the content, which may end its run as late as then. */
const leave = () =>
  new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true })
    setTimeout(resolve, 3000)
    frame.src = 'about:blank'
  })

let [wanted, isShowing] = [undefined, false]

/** Shows an item, one after the other: of those that are asked for meanwhile the last one. */
async function show(identifier) {
  wanted = identifier
  if (isShowing) return
  isShowing = true
  try {
    while (wanted !== undefined) {
      const next = wanted
      wanted = undefined
      await change(next)
    }
  } finally {
    isShowing = false
  }
}

async function change(identifier) {
  await close()
  say('')
  const response = await fetch(`${base}open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ item: identifier }),
  })
  if (!response.ok) return say((await response.json()).message)
  const opened = await response.json()
  const { standard, cmi, launch, kind, is_external, opening, states } = opened
  ;[open, offers] = [identifier, opened.offers]
  mark(states)
  if (is_external) return offer(launch)
  if (kind === 'sco') await provide(standard, cmi, opening)
  frame.hidden = false
  frame.src = kind === 'au' ? unitAddress(launch, opened.unit) : `${base}files/${launch}`
  frame.focus()
}

/** cmi5 8.1: the address of a unit, with what it speaks to the record store by. */
function unitAddress(launch, { session, registration, activity_id, actor }) {
  const address = new URL(`${base}files/${launch}`, location.origin)
  const at = `${location.origin}${base}`
  const parameters = {
    ...{ endpoint: `${at}xapi/`, fetch: `${at}fetch/${session}` },
    ...{ actor: JSON.stringify(actor), registration, activityId: activity_id },
  }
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}

/** A unit that is done goes to the address that it was given for that. */
frame.addEventListener('load', () => {
  if (frame.contentWindow?.location.pathname === `${base}done`) navigate('_none_')
})

/** Lays the run-time where content looks for it: in the window above its own. */
async function provide(standard, cmi, opening) {
  const is12 = standard === 'scorm_1_2'
  const library = is12 ? './scorm12.js' : './scorm2004.js'
  const { Scorm12API, Scorm2004API } = await import(library)
  const item = open
  const mine = (commits = createCommits({ url: `${base}commit`, item, opening, answered }))
  const { name, api } = createRunTime({
    ...{ Api: is12 ? Scorm12API : Scorm2004API, standard, cmi, offers },
    changed: (element, value) => mine.change(element, value),
    called: () => mine.send(),
    ended: (navigation) => {
      mine.end()
      void mine.settle().then(() => open === item && navigate(navigation))
    },
  })
  window[name] = api
}

function answered({ status, body }) {
  if (status === 409) {
    commits = undefined
    frame.src = 'about:blank'
    frame.hidden = true
    return say(body?.message ?? 'This course was opened in another window, and goes on there.')
  }
  if (body?.states) mark(body.states)
  if (status === 0)
    say('The connection is interrupted. Your progress is sent as soon as it is back.')
  else if (status >= 400)
    say('Your progress could not be kept. Close this window, and open it again.')
  else say('')
}

/** Content outside of the package is a link, and has no run-time. */
function offer(address) {
  const link = document.createElement('a')
  ;[link.href, link.target, link.rel] = [address, '_blank', 'noopener noreferrer']
  link.textContent = address
  frame.hidden = true
  note.replaceChildren('This part is on another site: ', link)
  note.hidden = false
}

/** Shows how far each item has come, which one is open, and where its package lets its learner go to from there. */
function mark(states) {
  shown = states
  for (const [identifier, link] of links) {
    const { state = 'not attempted', is_open = true } = states?.[identifier] ?? {}
    link.dataset.state = state
    link.querySelector('[data-shown]').textContent = state
    link.disabled = !is_open || (identifier !== open && !offers.choice.includes(identifier))
    if (identifier === open) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  for (const [id, control] of Object.entries(CONTROLS)) {
    const button = document.getElementById(id)
    if (!button) continue
    button.disabled = offers[id] === null || states?.[offers[id]]?.is_open === false
    button.hidden = offers.hidden.includes(control)
  }
}

/** Does what the content asks for at its end: `continue`, `previous`, a choice of an item, or a jump to it. */
function navigate(request) {
  const [, target, kind] = /^\{target=(.*)\}(choice|jump)$/.exec(request) ?? []
  const among = kind === 'jump' ? items.map(({ identifier }) => identifier) : offers.choice
  const next = { continue: offers.next, previous: offers.previous }[request] ?? undefined
  const chosen = target === undefined ? next : among.find((each) => each === target)
  if (chosen) return void show(chosen)
  frame.src = 'about:blank'
  frame.hidden = true
  // An item leaves out controls for as long as it is shown.
  offers = { ...offers, hidden: [] }
  mark(shown)
  say('You can close this window, or choose a part.')
}

for (const [identifier, link] of links) link.addEventListener('click', () => void show(identifier))
for (const id of Object.keys(CONTROLS))
  document.getElementById(id)?.addEventListener('click', () => {
    if (offers[id] !== null) void show(offers[id])
  })
// A window that is closed, hidden for good or taken from memory sends what is left.
window.addEventListener('pagehide', () => commits?.close())
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') commits?.flush()
})
if (first !== null) await show(first)
