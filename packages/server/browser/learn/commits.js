// Sends what a run has changed: early, in order, and once more until it has arrived.

/** Browsers take 64 KiB of all requests that outlive their page. */
const MOST_KEPT = 60_000
const [SOON_MS, AGAIN_MS, MOST_AGAIN_MS] = [250, 1000, 30_000]

/**
 * Makes the sender of one run. Each commit has a higher number than those before; the server keeps of each element what
 * has the highest. So a commit that overtakes another one, as at the end of a page, changes nothing of what is later.
 */
export function createCommits({ url, item, opening, answered, post = postJson }) {
  let [sequence, timer, sending, isOver, pause] = [0, undefined, undefined, false, AGAIN_MS]
  /** Elements that no answer has confirmed. */
  const pending = new Map()
  /** Those that a request which outlives the page has taken along. */
  const taken = new Map()
  let [ends, isClosing] = [false, false]

  const change = (element, value) => {
    pending.set(element, value)
    if (isClosing) flush()
    else soon(SOON_MS)
  }
  const soon = (ms) => (timer ??= isOver ? undefined : setTimeout(() => void send(), ms))
  const isEmpty = () => pending.size === 0 && !ends

  const bodyOf = (values, isEnd) =>
    JSON.stringify({
      ...{ item, opening, sequence: ++sequence },
      ...{ values: Object.fromEntries(values), ends: isEnd },
    })

  async function send() {
    clearTimeout(timer)
    timer = undefined
    if (sending || isOver || isEmpty()) return sending
    const [values, ended] = [new Map(pending), ends]
    sending = post(url, bodyOf(values, ended), false)
    const answer = await sending
    sending = undefined
    if (answer.status >= 200 && answer.status < 300) {
      for (const [element, value] of values)
        if (pending.get(element) === value) pending.delete(element)
      if (ended) [ends, isOver] = [false, true]
      pause = AGAIN_MS
    } else if (answer.status === 0 || answer.status >= 500 || answer.status === 429) {
      soon((pause = Math.min(pause * 2, MOST_AGAIN_MS)))
    } else isOver = true
    answered(answer)
    if (!isOver && !isEmpty()) soon(SOON_MS)
    return answer
  }

  /** Sends the rest in requests that outlive the page; what is too large for one goes as it can. */
  function flush() {
    if (isOver || isEmpty()) return
    const [small, large] = [[], []]
    let room = MOST_KEPT
    const left = [...pending].filter(([element, value]) => taken.get(element) !== value)
    if (left.length === 0 && !ends) return
    for (const [element, value] of left.sort(([, a], [, b]) => a.length - b.length)) {
      room -= new TextEncoder().encode(JSON.stringify([element, value])).length
      ;(room > 0 ? small : large).push([element, value])
    }
    // The end has the highest number, so that the large ones are taken even where it overtakes them.
    if (large.length > 0) void post(url, bodyOf(large, false), false)
    if (small.length > 0 || ends) void post(url, bodyOf(small, ends), true)
    for (const [element, value] of small) taken.set(element, value)
  }

  return {
    change,
    send,
    flush,
    /** From here on the page may be gone after each call: content ends its run as late as in its own unloading. */
    close() {
      isClosing = true
      flush()
    },
    end() {
      ends = true
      if (isClosing) flush()
      else void send()
    },
    /** Resolves when all has arrived, or when nothing more is sent. */
    async settle() {
      for (let tries = 0; tries < 5 && !isOver && !isEmpty(); tries++) await send()
    },
  }
}

async function postJson(url, body, outlives) {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body, keepalive: outlives })
    return { status: response.status, body: await response.json().catch(() => undefined) }
  } catch {
    return { status: 0, body: undefined }
  }
}
