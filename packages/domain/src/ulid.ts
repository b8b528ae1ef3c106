const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LOW_40 = 0xff_ffff_ffffn

function encode(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32))
    text = ALPHABET.charAt(rest % 32) + text
  return text
}

/** A lower-case ULID: 48 bits of milliseconds, then 80 bits of which the caller decides. */
export const ulid = (time: Date, low80: bigint): string =>
  // Numbers hold 48 and twice 40 bits, and are much faster than bigints.
  encode(time.getTime(), 10) + encode(Number(low80 >> 40n), 8) + encode(Number(low80 & LOW_40), 8)
