const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Two characters for each ten bits: half the steps. */
const PAIRS = Array.from(
  { length: 1024 },
  (_, i) => ALPHABET.charAt(i >> 5) + ALPHABET.charAt(i & 31),
)
const BITS_40 = 2 ** 40

const pair = (value: number, shift: number): string =>
  PAIRS[Math.floor(value / shift) % 1024] as string

/** 40 bits as eight characters. */
const eight = (value: number): string =>
  pair(value, 2 ** 30) + pair(value, 2 ** 20) + pair(value, 2 ** 10) + pair(value, 1)

/**
 * A lower-case ULID: 48 bits of milliseconds, then 80 bits that the caller gives, as two numbers below
 * 2^40. Numbers are much faster than bigints.
 */
export const ulid = (time: Date, high40: number, low40: number): string => {
  const ms = time.getTime()
  return pair(ms, BITS_40) + eight(ms % BITS_40) + eight(high40) + eight(low40)
}
