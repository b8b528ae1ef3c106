import { createHash, sign, type KeyObject } from 'node:crypto'
import jsonld from 'jsonld'
import { loadContext } from './contexts.ts'
import { multibase } from './keys.rules.ts'

/** A document that can be signed: JSON-LD whose contexts are installed. */
export interface Signable {
  readonly '@context': readonly string[]
}

/** The key that signs, by the name under which the issuer's document has its public half. */
export interface Signer {
  readonly verificationMethod: string
  readonly key: KeyObject
}

/** The proof of a credential. */
export interface Proof {
  readonly type: 'DataIntegrityProof'
  readonly cryptosuite: 'eddsa-rdfc-2022'
  readonly created: string
  readonly verificationMethod: string
  readonly proofPurpose: 'assertionMethod'
  readonly proofValue: string
}

/**
 * Signs a document as Data Integrity has it, by `eddsa-rdfc-2022`: Ed25519 over the digests of the canonical proof and
 * of the canonical document. The same document, key and time give the same proof.
 */
export async function signed<D extends Signable>(
  document: D,
  { verificationMethod, key }: Signer,
  created: string,
): Promise<D & { readonly proof: Proof }> {
  const proof: Omit<Proof, 'proofValue'> = {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    ...{ created, verificationMethod, proofPurpose: 'assertionMethod' },
  }
  const digests = [
    await digestOf({ '@context': document['@context'], ...proof }),
    await digestOf(document),
  ]
  const proofValue = multibase(sign(null, Buffer.concat(digests), key))
  return { ...document, proof: { ...proof, proofValue } }
}

async function digestOf(document: Signable): Promise<Buffer> {
  const options = {
    ...{ algorithm: 'RDFC-1.0', format: 'application/n-quads', base: null, safe: true },
    ...{ rdfDirection: 'i18n-datatype', documentLoader: loadContext },
  }
  const canonical = await canonize(document, options)
  return createHash('sha256').update(canonical).digest()
}

/** As jsonld answers it; its types are those of an earlier one, which called back. */
const canonize = jsonld.canonize as unknown as (
  document: object,
  options: object,
) => Promise<string>
