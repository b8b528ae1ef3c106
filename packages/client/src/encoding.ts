type Bytes = Uint8Array<ArrayBuffer>

/** Lower-case hex. */
export function encodeHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes of hex digits in either case; undefined when it is anything else. */
export function decodeHex(hex: string): Bytes | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex)) return undefined
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

/** Base64 with padding, in the standard alphabet. */
export function encodeBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
}

/** The bytes of base64 or base64url, padded or not; undefined when it is neither. */
export function decodeBase64(text: string): Bytes | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(standard)) return undefined
  try {
    return Uint8Array.from(atob(standard), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
