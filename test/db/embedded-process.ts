// A process that uses a cluster: says where, then does as it is told on its standard input.
import { startEmbedded } from '@mobieus/db'

const dataDir = String(process.argv[2])
process.on('SIGTERM', () => console.log('SIGTERM'))
const server = await startEmbedded({ dataDir, log: (line) => console.log(`log ${line}`) })
console.log(`url ${server.url}`)
process.stdin.on('data', async (bytes) => {
  if (String(bytes).startsWith('stop')) await server.stop()
  console.log('leaving')
  process.exit(0)
})
