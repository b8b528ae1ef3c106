import { describe, expect, test } from '@jest/globals'
import { parseSettings } from '../../packages/domain/src/index.ts'
import { readSettings, settingOf } from '../../packages/domain/src/kit/index.ts'
import { withSetting } from '../../packages/domain/src/kit/settings-text.ts'
import { allowedOrigins, requestsPerMinute } from '../../packages/domain/src/platform/index.ts'
import { endpointLimit } from '../../packages/domain/src/platform/settings.ts'

const originsOf = (text: string) => settingOf(parseSettings(text), allowedOrigins)

describe('app.ini', () => {
  test.each([
    [
      'cors.allowed_origins[] = https://a.example.com\ncors.allowed_origins[] = https://b.example.com',
    ],
    [
      '; a comment\n\n[cors]\nallowed_origins[] = https://a.example.com\nallowed_origins[] = "https://b.example.com"',
    ],
  ])('reads origins written either way: %j', (text) => {
    expect(originsOf(text)).toEqual(['https://a.example.com', 'https://b.example.com'])
  })

  test('an app calls from a scheme of its own', () => {
    const origin = 'capacitor://localhost'
    expect(originsOf(`cors.allowed_origins[] = ${origin}`)).toEqual([origin])
  })

  test('an origin that was kept under other rules is read nevertheless', () => {
    const text = 'cors.allowed_origins[] = https://*.example.com'
    expect(settingOf(readSettings(text), allowedOrigins)).toEqual(['https://*.example.com'])
  })

  test('without a line says nothing', () => {
    const settings = parseSettings('')
    expect(settingOf(settings, allowedOrigins)).toEqual([])
    expect(settingOf(settings, requestsPerMinute)).toBeUndefined()
    expect(settingOf(settings, endpointLimit)).toBe(100)
  })

  test.each([
    ['a = 1', 'app.ini line 1: unknown key a'],
    [
      '; fine\n[cors]\nallowed_orgins[] = https://a.example.com',
      'app.ini line 3: unknown key cors.allowed_orgins',
    ],
    [
      'cors.allowed_origins = https://a.example.com',
      'app.ini line 1: write cors.allowed_origins[] =',
    ],
    ['cors.allowed_origins[] = a.example.com', 'app.ini line 1: a.example.com is not an origin'],
    ['cors.allowed_origins[] = https://a.example.com/', 'write it as https://a.example.com'],
    [
      '[rate_limit]\nrequests_per_minute = many',
      'app.ini line 2: many is not a number of requests',
    ],
    ['rate_limit.uploads_per_minute = -1', 'app.ini line 1: -1 is not a number of requests'],
    ['rate_limit.default_per_minute = 1', 'unknown key rate_limit.default_per_minute'],
    [
      'webhooks.max_endpoints = 0',
      'app.ini line 1: 0 is not a number of endpoints from 1 to 10000',
    ],
    ['webhooks.max_endpoints = 10001', '10001 is not a number of endpoints'],
    ['webhooks.max_endpoints = 1e2', '1e2 is not a number of endpoints'],
    ['nonsense', 'app.ini line 1: expected key = value'],
    ['constructor = 1', 'app.ini line 1: unknown key constructor'],
    ['[__proto__]\nx = 1', 'app.ini line 2: unknown key __proto__.x'],
    ['cors.allowed_origins[] = https://a.example.com/app', 'write it as https://a.example.com'],
    ['cors.allowed_origins[] = https://A.example.com', 'write it as https://a.example.com'],
    ['cors.allowed_origins[] = https://a.example.com:443', 'write it as https://a.example.com'],
    ['cors.allowed_origins[] = https://me@a.example.com', 'write it as https://a.example.com'],
    ['cors.allowed_origins[] = https://bücher.example', 'write it as https://xn--'],
    ['cors.allowed_origins[] = https://*.example.com', 'is not an origin such as'],
    ['cors.allowed_origins[] = *', 'is not an origin such as'],
    ['cors.allowed_origins[] = null', 'is not an origin such as'],
    ['cors.allowed_origins[] = ftp://a.example.com', 'is not an origin such as'],
    ['cors.allowed_origins[] = capacitor://localhost/', 'write it as capacitor://localhost'],
    [
      'rate_limit.requests_per_minute = 1\n[rate_limit]\nrequests_per_minute = 2',
      'app.ini line 3: rate_limit.requests_per_minute stands in line 1 already',
    ],
    ['[webhooks]\ndisable_after_hours = 1d', 'app.ini line 2: 1d is not a number of hours'],
    ['webhooks.disable_after_hours = 10000', 'app.ini line 1: 10000 is not a number of hours'],
  ])('refuses %j with its line', (text, message) => {
    expect(() => parseSettings(text)).toThrow(message)
  })
})

describe('a setting that is changed by itself', () => {
  test.each([
    ['', '[help]\nreopen_days = 5\n'],
    ['[cors]\nallowed_origins[] = https://a.example.com', '[help]\nreopen_days = 5\n'],
    ['[help]\nlanguage = german\n', 'reopen_days = 5\nlanguage = german\n'],
    ['[help]\r\nreopen_days=3 ; days\r\nlanguage = german\r\n', 'reopen_days = 5\nlanguage'],
    ['help.reopen_days = 3\n[webhooks]\nmax_endpoints = 7\n', 'help.reopen_days = 5\n[webhooks]'],
    ['[webhooks]\nmax_endpoints = 7\n[ help ]\nreopen_days = 3', 'reopen_days = 5'],
    ['; reopen_days = 3\n# [help]\n', '; reopen_days = 3\n# [help]\n[help]\nreopen_days = 5\n'],
  ])('in %j replaces its line, and no other', (text, part) => {
    const changed = withSetting(text, 'help.reopen_days', '5')
    expect(changed).toContain(part)
    const [before, after] = [readSettings(text), readSettings(changed)]
    expect(after).toEqual(new Map([...before, ['help.reopen_days', ['5']]]))
    const without = withSetting(changed, 'help.reopen_days', undefined)
    expect([...readSettings(without)]).toEqual(
      [...before].filter(([name]) => name !== 'help.reopen_days'),
    )
  })
})
