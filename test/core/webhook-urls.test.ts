import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** URLs that webhooks may not have: refused when they are registered and when they are changed. */

const NAMES: Readonly<Record<string, string[]>> = {
  'inner.example.com': ['10.1.2.3'],
  'half.example.com': ['93.184.215.14', '127.0.0.1'],
  'six.example.com': ['::1'],
  'mapped.example.com': ['::ffff:169.254.169.254'],
  'zoned.example.com': ['2606:4700:4700::1111%eth0'],
}

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform({
    resolveHost: async (host) => {
      if (host === 'nowhere.example.com') throw Object.assign(new Error(), { code: 'ENOTFOUND' })
      return NAMES[host] ?? ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']
    },
  })
})
afterAll(() => platform.close())

const hostile = [
  // not HTTPS
  'http://hooks.example.com/',
  'ftp://hooks.example.com/',
  'file:///etc/passwd',
  'gopher://hooks.example.com:70/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https:hooks.example.com',
  'https:///hooks.example.com',
  '//hooks.example.com/',
  // this machine
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://api.localhost/',
  'https://localhost.localdomain/',
  'https://127.0.0.1/',
  'https://127.0.0.1:8443/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.255.255.254/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[0000::0001]/',
  // IPv4 in IPv6
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[::8.8.8.8]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::8.8.8.8]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001:0:7f00:1::]/',
  // private and local networks
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://3232235521/',
  'https://0xc0a80001/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[fe80::1]/',
  'https://[fe80::1%25eth0]/',
  'https://[fec0::1]/',
  'https://router.local/',
  'https://wiki.corp/',
  'https://db.internal/',
  'https://nas.lan/',
  'https://kubernetes.default.svc.cluster.local/',
  'https://intranet/',
  // metadata of clouds
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://0251.0376.0251.0376/',
  'https://169.254.170.2/v2/credentials',
  'https://[fd00:ec2::254]/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  'https://192.0.0.192/',
  'https://metadata.google.internal/',
  'https://metadata.example.com/',
  'https://metadata/',
  'https://METADATA.azure.com/',
  'https://instance-data.ec2.example.com/',
  // no host of anybody's
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.9/',
  'https://224.0.0.1/',
  'https://239.255.255.250/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  'https://[3fff::1]/',
  'https://[3fff:fff:ffff::1]/',
  // special ranges among the global addresses of IPv6, and what lies outside of these
  'https://[2001::1]/',
  'https://[2001:1::1]/',
  'https://[2001:2::1]/',
  'https://[2001:20::1]/',
  'https://[2001:1ff:ffff::1]/',
  'https://[2001:db8:ffff::1]/',
  'https://[2002:808:808::1]/',
  'https://[2620:4f:8000::1]/',
  'https://[1fff::1]/',
  'https://[4000::1]/',
  'https://[5f00::1]/',
  'https://[::808:808]/',
  'https://zoned.example.com/',
  // names that lead inside
  'https://inner.example.com/',
  'https://half.example.com/',
  'https://six.example.com/',
  'https://mapped.example.com/',
  'https://127.0.0.1.nip.io/',
  'https://10-0-0-1.sslip.io/',
  'https://localtest.me/',
  'https://7f000001.c0a80001.rbndr.us/',
  // read in different ways by different parsers
  'https://user@hooks.example.com/',
  'https://user:secret@hooks.example.com/',
  'https://hooks.example.com@127.0.0.1/',
  'https://@127.0.0.1/',
  'https://127.0.0.1\\@hooks.example.com/',
  'https://hooks.example.com\\.inner/',
  'https://hooks.example.com /',
  ' https://hooks.example.com/',
  'https://hooks.exa\tmple.com/',
  'https://hooks.example.com/\r\nX-Injected: 1',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://hooks.example.com./',
  'https://hooks..example.com/',
  'https://hooks.example.com/#secret',
  // other services
  'https://hooks.example.com:0/',
  'https://hooks.example.com:22/',
  'https://hooks.example.com:25/',
  'https://hooks.example.com:6379/',
  'https://hooks.example.com:11211/',
  'https://hooks.example.com:70000/',
  'https://',
  'nonsense',
]

const good = [
  'https://hooks.example.com',
  'https://hooks.example.com/',
  'https://hooks.example.com/a/b?c=d&e=%20',
  'https://hooks.example.com:443/',
  'https://hooks.example.com:8443/mobieus',
  'https://a-b.c_d.example.co.uk/x',
  'https://xn--bcher-kva.example/',
  'https://HOOKS.example.com/',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://[2001:200::1]/',
  'https://[2001:db9::1]/',
  'https://[2003::1]/',
  'https://[2620:4f:8001::1]/',
  'https://[3fff:1000::1]/',
  'https://nowhere.example.com/',
  'https://169.254.169.254.example.com/',
  'https://localhost.example.com/',
]

const create = (url: string) =>
  platform.call('/api/v1/webhooks', { body: { url, subscribed_events: ['*'] } })

test('the table is long enough', () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(100)
})

test.each(hostile)('refused: %j', async (url) => {
  const { status, body } = await create(url)
  expect({ status, code: body.error?.code, field: body.error?.details[0].field }).toEqual({
    status: 422,
    code: 'validation_failed',
    field: 'url',
  })
})

test.each(good)('accepted: %j', async (url) => {
  const { status, body } = await create(url)
  expect({ status, url: body.data?.url }).toEqual({ status: 201, url })
})

test('an endpoint cannot be moved to where it could not be registered', async () => {
  const { body } = await create('https://hooks.example.com/')
  for (const method of ['POST', 'PATCH']) {
    for (const url of ['https://127.0.0.1/', 'https://inner.example.com/']) {
      const path = `/api/v1/webhooks/${body.data.id}`
      const answer = await platform.call(path, { method, body: { url } })
      expect(answer.status).toBe(422)
      expect(answer.body.error.details).toMatchObject([{ field: 'url', code: 'blocked_address' }])
    }
  }
})
