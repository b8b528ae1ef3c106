import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A key of DKIM (RFC 6376), as nodemailer signs with it. */
export interface DkimKey {
  readonly domainName: string
  readonly keySelector: string
  /** PEM. */
  readonly privateKey: string
  readonly headerFieldNames: string
}

/** The keys by their domains, in lower case. */
export type DkimKeys = ReadonlyMap<string, DkimKey>

/** RFC 8058 wants both headers of unsubscribing signed; nodemailer's own list has one of them. */
const SIGNED = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version'],
  ...['Content-Type', 'Content-Transfer-Encoding', 'In-Reply-To', 'References'],
  ...['Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':')
const NAME = /^([a-z0-9.-]+)\._domainkey\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.pem$/i
const LEAST_BITS = 1024

/**
 * Reads the private keys of a folder. A file is called as its public key is in the DNS:
 * `mail1._domainkey.example.com.pem`. One that is no RSA key of 1,024 bits or more, and a second of a domain, is an
 * error that names the file.
 */
export function readDkimKeys(folder: string | undefined): DkimKeys {
  const keys = new Map<string, DkimKey>()
  for (const file of folder === undefined ? [] : readdirSync(folder).sort()) {
    if (!file.endsWith('.pem')) continue
    const [, keySelector, domain] = NAME.exec(file) ?? []
    if (!keySelector || !domain) throw faulty(file, 'is not called SELECTOR._domainkey.DOMAIN.pem')
    const domainName = domain.toLowerCase()
    if (keys.has(domainName)) throw faulty(file, `is a second key of ${domainName}`)
    const privateKey = readFileSync(path.join(folder as string, file), 'utf8')
    if (!isRsa(privateKey))
      throw faulty(file, `is no private RSA key of ${LEAST_BITS} bits or more`)
    keys.set(domainName, { domainName, keySelector, privateKey, headerFieldNames: SIGNED })
  }
  return keys
}

const faulty = (file: string, fault: string): Error => new Error(`DKIM_FOLDER: ${file} ${fault}`)

function isRsa(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS
  } catch {
    return false
  }
}

/** The key of an address: that of its domain, else of the nearest domain above it (RFC 7489 3.1.1). */
export function dkimKeyOf(keys: DkimKeys, email: string): DkimKey | undefined {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  for (let i = 0; i < labels.length; i++) {
    const key = keys.get(labels.slice(i).join('.'))
    if (key) return key
  }
  return undefined
}
