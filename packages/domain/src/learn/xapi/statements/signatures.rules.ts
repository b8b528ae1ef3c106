import { verify, X509Certificate } from 'node:crypto'
import type { Problem } from '@mobieus/contract'
import { invalidField } from '../../../kit/problem.ts'
import { isObject, type Json } from '../shapes/check.ts'
import { SIGNATURE, type Described } from './attachments.rules.ts'
import { areEqual } from './equal.rules.ts'

const HASHES: Readonly<Record<string, string>> = {
  RS256: 'sha256',
  RS384: 'sha384',
  RS512: 'sha512',
}

/**
 * The fault of a statement's signatures (xAPI, Data 2.6). Each is a JWS in its compact form, by RS256, RS384 or
 * RS512, and of this very statement. Where it brings its certificate, it must have been made with that one's key.
 */
export function faultOfSignatures(
  statement: Json,
  described: readonly Described[],
  bytes: ReadonlyMap<string, Uint8Array>,
): Problem | undefined {
  for (const { at, value, sha2 } of described) {
    const own = bytes.get(sha2)
    if (value.usageType !== SIGNATURE) continue
    if (value.contentType !== 'application/octet-stream')
      return invalidField(`${at}.contentType`, 'signature', 'must be application/octet-stream')
    const fault = own && faultOfSignature(Buffer.from(own).toString('latin1'), statement)
    if (fault) return invalidField(at, 'signature', fault)
  }
  return undefined
}

function faultOfSignature(text: string, statement: Json): string | undefined {
  const parts = text.trim().split('.')
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part)))
    return 'is no signature in compact form'
  const [head, payload] = parts.slice(0, 2).map(jsonIn)
  if (!isObject(head) || !isObject(payload)) return 'is no signature of JSON'
  const algorithm = HASHES[String(head.alg)]
  if (algorithm === undefined) return 'must be made by RS256, RS384 or RS512'
  if (!areEqual(unsigned(payload), unsigned(statement))) return 'is one of another statement'
  if (head.x5c === undefined) return undefined
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`)
  return isSigned(head.x5c, algorithm, signed, Buffer.from(parts[2] as string, 'base64url'))
    ? undefined
    : 'is not made with the key of its certificate'
}

/** The statement as it was before it was signed. */
function unsigned({ attachments, ...statement }: Json): Json {
  if (!Array.isArray(attachments)) return statement
  const others = attachments.filter((each) => isObject(each) && each.usageType !== SIGNATURE)
  return others.length > 0 ? { ...statement, attachments: others } : statement
}

function isSigned(chain: unknown, algorithm: string, signed: Buffer, signature: Buffer): boolean {
  try {
    const first = (chain as string[])[0] as string
    const certificate = new X509Certificate(Buffer.from(first, 'base64'))
    return verify(algorithm, signed, certificate.publicKey, signature)
  } catch {
    return false
  }
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}
