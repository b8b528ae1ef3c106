import { sign, type KeyPairKeyObjectResult } from 'node:crypto'

/** A value of DER (X.690): its tag, its length and its parts. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const SEQUENCE = 0x30
const bytes = (hex: string) => Buffer.from(hex, 'hex')
const SHA256_WITH_RSA = der(SEQUENCE, der(0x06, bytes('2a864886f70d01010b')), der(0x05))
const NAME = der(
  SEQUENCE,
  der(0x31, der(SEQUENCE, der(0x06, bytes('550403')), der(0x0c, Buffer.from('Test')))),
)
const time = (text: string) => der(0x17, Buffer.from(text))

/** A certificate of a key by itself (RFC 5280), as DER. */
export function selfSigned({ publicKey, privateKey }: KeyPairKeyObjectResult): Buffer {
  const content = der(
    SEQUENCE,
    ...[der(0x02, Buffer.from([1])), SHA256_WITH_RSA, NAME],
    der(SEQUENCE, time('260101000000Z'), time('460101000000Z')),
    ...[NAME, publicKey.export({ type: 'spki', format: 'der' })],
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)])
  return der(SEQUENCE, content, SHA256_WITH_RSA, der(0x03, signature))
}
