const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n)
    text = ALPHABET[Number(rest & 31n)] + text
  return text
}

/** A lower-case ULID: 48 bits of milliseconds, then 80 bits of which the caller decides. */
export const ulid = (time: Date, low80: bigint): string =>
  encode(BigInt(time.getTime()), 10) + encode(low80, 16)
