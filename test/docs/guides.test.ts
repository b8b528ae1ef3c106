import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { inboundSecretOf } from '../support/http/inbound-secret.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { scimTokenOf } from '../support/http/scim-token.ts'
import { buildWorld } from '../world/world.ts'

const folderOfGuides = path.resolve(import.meta.dirname, '../../packages/docs/guides')
const files = (await readdir(folderOfGuides)).filter((file) => file.endsWith('.md')).sort()
const guides = await Promise.all(
  files.map(
    async (file) => [file, await readFile(path.join(folderOfGuides, file), 'utf8')] as const,
  ),
)

const run = promisify(execFile)

let platform: Platform
let folder: string
let keys: { readonly live: string; readonly test: string }
beforeAll(async () => {
  platform = await startPlatform()
  folder = await mkdtemp(path.join(tmpdir(), 'mobieus-guides-'))
  const { live, test, key } = platform.tenant
  keys = { live: await key(), test: await key({ environment: 'test' }) }
  await Promise.all([live, test].map(({ tenantId }) => buildWorld(platform, tenantId)))
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true })
})

/** The commands of a block, each on one line. */
const commandsOf = (block: string): string[] =>
  block
    .replaceAll('\\\n', ' ')
    .split(/\n(?! )/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** The blocks of a guide that ask the API, and do nothing else. */
const blocksOf = (guide: string): string[] =>
  [...guide.matchAll(/^```(?:sh|bash)\n([^]*?)^```/gm)]
    .map(([, block = '']) => block)
    .filter((block) => commandsOf(block).every((each) => /^(?:curl|HOST=)/.test(each)))

/** The requests of a guide that the console makes: path, whether they name a version, and body. */
const consoleRequestsOf = (guide: string) =>
  [...guide.matchAll(/^```http\nPOST (\/api\/admin\S+)\n([^]*?)\n\n([^]*?)^```/gm)].map(
    ([, at = '', head = '', body = '']) => ({ at, isVersioned: head.includes('If-Match'), body }),
  )

const MAIL =
  'From: Ada <ada@example.com>\nMessage-ID: <mail-1@example.com>\nSubject: Hi\n\nHello.\n'

/** The same commands, asked of the test's server with its keys; each prints its status behind the answer. */
async function ofTest(block: string): Promise<string> {
  const { tenant, call } = platform
  const [, edited = ''] = /YOUR-TENANT\.mobieus\.io(\S+)/.exec(block) ?? []
  const version = async () => (await call(edited)).headers.get('etag') as string
  return block
    .replaceAll('https://YOUR-TENANT.mobieus.io', tenant.url)
    .replaceAll('mc_live_…', keys.live)
    .replaceAll('mc_test_…', keys.test)
    .replaceAll('mh_in_…', inboundSecretOf(tenant.live.tenantId).secret)
    .replaceAll('ms_scim_…', scimTokenOf(tenant.live.tenantId).secret)
    .replaceAll('"…"', block.includes('"…"') ? await version() : '')
    .replaceAll('curl ', "curl -sS -w '\\n%{http_code}\\n' ")
}

const hasCurl = (): boolean => {
  try {
    execFileSync('curl', ['--version'])
    return true
  } catch {
    console.warn('Skipped: the commands of the guides. No curl.')
    return false
  }
}

const describeWithCurl = hasCurl() ? describe : describe.skip

describeWithCurl('the commands of a guide', () => {
  const withCommands = guides.filter(([, guide]) => blocksOf(guide).length > 0)
  test.each(withCommands)('%s: every request of its commands is answered', async (_file, guide) => {
    await writeFile(path.join(folder, 'mail.eml'), MAIL)
    await writeFile(path.join(folder, 'invoice.txt'), 'Invoice 2026-0117\n')
    const faults: string[] = []
    for (const block of blocksOf(guide)) {
      const { stdout } = await run('bash', ['-c', await ofTest(block)], { cwd: folder })
      const statuses = [...stdout.matchAll(/^(\d{3})$/gm)].map(([, status]) => status)
      if (statuses.length === 0 || statuses.some((status) => !status?.startsWith('2')))
        faults.push(block + stdout)
    }
    expect(faults).toEqual([])
  })
})

const withRequests = guides.filter(([, guide]) => consoleRequestsOf(guide).length > 0)
test.each(withRequests)('%s: every request of the console is answered', async (_file, guide) => {
  for (const { at, isVersioned, body } of consoleRequestsOf(guide)) {
    const { headers } = await platform.call(at)
    const answer = await platform.call(at, {
      method: 'POST',
      headers: isVersioned ? { 'If-Match': headers.get('etag') as string } : {},
      body: body.replaceAll('…', '0123456789'),
    })
    expect([at, answer.status, answer.failure]).toEqual([at, 200, undefined])
  }
})
