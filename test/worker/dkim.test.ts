import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Letter } from '../../packages/domain/src/kit/index.ts'
import { openPost } from '../../packages/worker/src/post.ts'
import { startMailServer, type MailServer, type ReceivedMail } from '../support/fake/mail-server.ts'

let server: MailServer
let folder: string
/** The public keys, as a resolver finds them. */
const dns = new Map<string, string>()
beforeAll(async () => {
  server = await startMailServer()
  folder = await mkdtemp(path.join(tmpdir(), 'mobieus-dkim-'))
  for (const name of ['mail1._domainkey.acme.example.com', 'main._domainkey.desk.example']) {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' })
    await writeFile(path.join(folder, `${name}.pem`), pem)
    dns.set(name, keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))
  }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const letter: Letter = {
  kind: 'confirmation',
  ...{ messageId: 'one@acme.example.com', subject: 'Grüße, Ünal', inReplyTo: null },
  from: { email: 'support@acme.example.com', name: 'Ärger & Söhne' },
  to: { email: 'ann@example.org', name: 'Ann' },
  text: 'Hello  Ann, \n\n.a line that begins with a point\nÜmlaut\n\n\n',
  ...{ addressed: null, files: [], references: [], automatic: 'auto-generated', date: new Date() },
  unsubscribeUrl: `https://acme.example/helpdesk/unsubscribe?token=${'x'.repeat(120)}`,
}

async function sent(more: Partial<Letter> = {}): Promise<ReceivedMail> {
  const post = openPost({ smtpUrl: server.url, dkimFolder: folder, production: true })
  server.received.length = 0
  await post.send({ ...letter, ...more })
  post.close()
  return server.received[0] as ReceivedMail
}

/** The tags of a signature or of a record (RFC 6376 3.2). */
const tagsOf = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((tag) => {
      const [name = '', ...value] = tag.split('=')
      return name.trim() ? [[name.trim(), value.join('=').replace(/\s+/g, '')] as const] : []
    }),
  )

/** Verifies a mail by what the DNS has (RFC 6376 6.1); it is signed relaxed/relaxed. */
function isVerified(raw: string): boolean {
  const end = raw.indexOf('\r\n\r\n')
  const heads = raw.slice(0, end).split(/\r\n(?![ \t])/)
  const named = (name: string) =>
    heads.find((head) => head.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  const relaxed = (head: string): string => {
    const at = head.indexOf(':')
    const value = head
      .slice(at + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
    return `${head.slice(0, at).trim().toLowerCase()}:${value.trim()}`
  }
  const signature = named('DKIM-Signature') ?? ''
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1))
  expect([tags.get('v'), tags.get('a'), tags.get('c')]).toEqual([
    '1',
    'rsa-sha256',
    'relaxed/relaxed',
  ])
  const lines = raw
    .slice(end + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trimEnd())
  const body = `${lines.join('\r\n').replace(/(?:\r\n)+$/, '')}\r\n`
  const hash = createHash('sha256').update(body, 'utf8').digest('base64')
  if (hash !== tags.get('bh')) return false
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => named(name) ?? [])
  const unsigned = relaxed(signature.replace(/(\bb=)[^;]*$/, '$1'))
  const key = dns.get(`${tags.get('s')}._domainkey.${tags.get('d')}`) ?? ''
  const publicKey = createPublicKey({
    key: Buffer.from(key, 'base64'),
    type: 'spki',
    format: 'der',
  })
  return createVerify('RSA-SHA256')
    .update([...signed.map(relaxed), unsigned].join('\r\n'), 'utf8')
    .verify(publicKey, tags.get('b') ?? '', 'base64')
}

test('a mail is signed by the key of its sender’s domain, with both headers of unsubscribing', async () => {
  const { raw, header } = await sent()
  const tags = tagsOf(header('DKIM-Signature') ?? '')
  expect([tags.get('d'), tags.get('s')]).toEqual(['acme.example.com', 'mail1'])
  const names = tags.get('h')?.toLowerCase().split(':')
  for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe'])
    expect(names).toContain(name)
  expect(names).toContain('list-unsubscribe-post')
  expect(isVerified(raw)).toBe(true)
  for (const [from, to] of [
    ['Hello  Ann', 'Hello  Bob'],
    ['List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click'],
  ] as const) {
    expect(raw).toContain(from)
    expect(isVerified(raw.replace(from, to))).toBe(false)
  }
})

test('a domain below one with a key is signed by that, and one without any is not signed', async () => {
  const below = await sent({ from: { email: 'help@acme.desk.example', name: 'Acme' } })
  expect(tagsOf(below.header('DKIM-Signature') ?? '').get('d')).toBe('desk.example')
  expect(isVerified(below.raw)).toBe(true)
  const other = await sent({ from: { email: 'help@notdesk.example', name: 'Other' } })
  expect(other.header('DKIM-Signature')).toBeUndefined()
})

test.each([
  ['acme.pem', '', 'is not called SELECTOR._domainkey.DOMAIN.pem'],
  ['b._domainkey.desk.example.pem', 'secret words', 'is no private RSA key'],
  ['n._domainkey.desk.example.pem', undefined, 'is a second key of desk.example'],
])('a folder with the key %s is refused, and its text is not told', async (name, text, fault) => {
  const file = path.join(folder, name)
  const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  await writeFile(file, text ?? key.export({ type: 'pkcs8', format: 'pem' }))
  const open = () => openPost({ smtpUrl: server.url, dkimFolder: folder, production: true })
  expect(open).toThrow(`DKIM_FOLDER: ${name} ${fault}`)
  expect(open).not.toThrow('secret words')
  await rm(file)
})
