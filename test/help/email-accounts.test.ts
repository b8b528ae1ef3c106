import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
  desk = await openHelpDesk(platform)
})
afterAll(() => platform.close())

const defaults = async () =>
  (await desk.read('/email-accounts')).body.data
    .filter(({ is_default }: Json) => is_default)
    .map(({ address }: Json) => address)

test('one account is the default, which another takes over and none gives up', async () => {
  expect(await defaults()).toEqual(['support@retro.example'])
  const account = { address: 'help@retro.example', name: 'Help', is_default: true }
  const { data } = (await desk.write('/email-accounts', account)).body
  expect(await defaults()).toEqual(['help@retro.example'])
  await desk.write('/email-accounts/81', { is_default: true })
  expect(await defaults()).toEqual(['support@retro.example'])
  const given = await desk.write('/email-accounts/81', { is_default: false })
  expect(given).toMatchObject(refusal(409, 'conflict', 'is_default'))
  expect((await desk.write('/email-accounts/81/delete')).status).toBe(409)
  expect((await desk.write(`/email-accounts/${data.id}/delete`)).status).toBe(200)
})

test('the first account is the default, unasked', async () => {
  const tenant = await platform.addTenant()
  const { body } = await platform.call('/api/v1/helpdesk/email-accounts', {
    ...{ key: await tenant.key(), host: tenant.url, method: 'POST' },
    body: { address: 'first@example.com', name: 'First', is_default: false },
  })
  expect(body.data.is_default).toBe(true)
})

test('several first accounts made at once are all there, and one is the default', async () => {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call = (body?: object) =>
    platform.call('/api/v1/helpdesk/email-accounts', {
      ...{ key, host: tenant.url, ...(body && { method: 'POST', body }) },
    })
  const addresses = ['one', 'two', 'three', 'one'].map((name) => `${name}@example.com`)
  const made = await Promise.all(addresses.map((address) => call({ address, name: 'First' })))
  expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409])
  expect(made.find(({ status }) => status === 409)).toMatchObject(
    refusal(409, 'conflict', 'address'),
  )
  const { data } = (await call()).body
  expect(data.filter(({ is_default }: Json) => is_default)).toHaveLength(1)
})

test('many that become the default at once leave one', async () => {
  const made = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      desk.write('/email-accounts', {
        ...{ address: `many-${i}@retro.example`, name: 'Many', is_default: true },
      }),
    ),
  )
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
  expect(await defaults()).toHaveLength(1)
})

test('an address is taken once, in any letter case', async () => {
  const account = { address: 'Returns@Retro.example', name: 'Returns' }
  const taken = await desk.write('/email-accounts', account)
  expect(taken).toMatchObject(refusal(409, 'conflict', 'address'))
})

test('a secret is told once, and is in no answer, log or audit entry', async () => {
  const account = { address: 'told@retro.example', name: 'Told' }
  const { data } = (await desk.write('/email-accounts', account)).body
  const rotated = (await desk.write(`/email-accounts/${data.id}/rotate-secret`, {})).body.data
  expect(data.inbound_secret).toMatch(/^mh_in_[A-Za-z0-9_-]{43}$/)
  expect(rotated.inbound_secret).not.toBe(data.inbound_secret)
  const key = 'key-of-mailgun-1234567890'
  await desk.write(`/email-accounts/${data.id}`, { mailgun_signing_key: key })
  const listed = JSON.stringify((await desk.read('/email-accounts')).body)
  const told = [listed, JSON.stringify(await desk.audited('email_account')), ...platform.logged]
  for (const { inbound_secret } of [data, rotated])
    expect(told.join('')).not.toContain(inbound_secret)
  expect(told.join('')).not.toContain(key)
  const { rows } = await platform.query(
    'select mailgun_signing_key as sealed from help_email_accounts where id = $1',
    [data.id],
  )
  expect(rows[0]?.sealed).not.toContain(key)
  expect(await desk.audited('email_account')).toContainEqual(
    expect.objectContaining({ action: 'email_account.updated' }),
  )
})
