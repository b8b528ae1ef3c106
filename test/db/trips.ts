import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'

/** A relay in front of a database that counts round trips. */
export interface Relay {
  readonly url: string
  /** Round trips and writes since the last call. */
  take(): { trips: number; writes: number }
  /** Cuts every connection, as a failing network would. */
  cut(): void
  /** Stops passing anything on, without a word to either side; until `resume`. */
  stall(): void
  resume(): void
  close(): Promise<void>
}

/** A trip is client bytes after server bytes; a write is one piece of client bytes. */
export async function relayTo(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let trips = 0
  let writes = 0
  let stalled = false
  const server = createServer((near) => {
    const far = dial(Number(target.port || 5432), target.hostname)
    let answered = true
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => {
      writes++
      if (answered) trips++
      answered = false
      if (!stalled) far.write(bytes)
    })
    far.on('data', (bytes) => {
      answered = true
      if (!stalled) near.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => sockets.forEach((socket) => socket.destroy())
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    take() {
      const taken = { trips, writes }
      trips = writes = 0
      return taken
    },
    cut,
    stall: () => void (stalled = true),
    resume: () => void (stalled = false),
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
