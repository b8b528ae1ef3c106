import net from 'node:net'

/** Stands between a caller and a server, and is told of every chunk on its way. */
export interface SeveringProxy {
  readonly port: number
  close(): Promise<void>
}

/** The fate of a chunk: it goes on, or it is lost and every connection with it. */
export type Verdict = 'pass' | 'sever'

/**
 * A TCP proxy to `host:port`. `judge` sees each chunk before it goes on; one that it severs never
 * arrives, and both ends see their connections break.
 */
export async function severingProxy(
  to: { readonly host: string; readonly port: number },
  judge: (chunk: Buffer, from: 'caller' | 'server') => Verdict | Promise<Verdict>,
): Promise<SeveringProxy> {
  const sockets = new Set<net.Socket>()
  const sever = () => sockets.forEach((socket) => socket.destroy())
  const relay = (from: net.Socket, into: net.Socket, name: 'caller' | 'server') => {
    sockets.add(from)
    from.on('error', () => into.destroy())
    from.on('close', () => {
      sockets.delete(from)
      into.destroy()
    })
    from.on('data', async (chunk: Buffer) => {
      from.pause()
      if ((await judge(chunk, name)) === 'sever') return sever()
      into.write(chunk)
      from.resume()
    })
  }
  const server = net.createServer((caller) => {
    const target = net.connect(to)
    relay(caller, target, 'caller')
    relay(target, caller, 'server')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    async close() {
      sever()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
