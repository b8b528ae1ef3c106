/** The signed text: the body exactly as it was received. */
export type RawBody = string | Uint8Array | ArrayBuffer

type Bytes = Uint8Array<ArrayBuffer>

/** The HMAC-SHA256 of a prefix and the body, under a key of at least one byte: 32 bytes. */
export async function sign(key: Bytes, prefix: string, body: RawBody): Promise<Bytes> {
  const mac = await crypto.subtle.sign('HMAC', await importKey(key, 'sign'), join(prefix, body))
  return new Uint8Array(mac)
}

/** Whether one of the signatures is that HMAC; compared in constant time, by WebCrypto. */
export async function matches(
  key: Bytes,
  prefix: string,
  body: RawBody,
  signatures: readonly Bytes[],
): Promise<boolean> {
  const imported = await importKey(key, 'verify')
  const message = join(prefix, body)
  for (const signature of signatures)
    if (await crypto.subtle.verify('HMAC', imported, signature, message)) return true
  return false
}

/** UTF-8. */
export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes
}

function importKey(key: Bytes, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [usage])
}

function join(prefix: string, body: RawBody): Bytes {
  const head = bytesOf(prefix)
  const tail = typeof body === 'string' ? bytesOf(body) : new Uint8Array(body)
  const message = new Uint8Array(head.length + tail.length)
  message.set(head)
  message.set(tail, head.length)
  return message
}
