import { CREDENTIALS_V2, OPEN_BADGES_V3 } from './contexts.ts'

/** The issuer of a partition's credentials. */
export interface Issuer {
  readonly did: string
  readonly name: string
  readonly origin: string
  readonly isTest: boolean
}

/** The content of a credential: its certificate as it was issued. */
export interface Certified {
  readonly serial: string
  readonly recipientName: string
  readonly courseId: number
  readonly courseTitle: string
  readonly courseSummary: string | null
  readonly creditHours: number | null
  readonly issuedAt: Date
  readonly expiresAt: Date | null
  readonly verifyUrl: string
}

/** The place of a credential in a list of what was revoked. */
export interface StatusPlace {
  readonly listUrl: string
  readonly index: number
}

/** The name of a host as did:web has it: a port is behind an escaped colon. */
export const didOf = (origin: string, path: readonly string[] = []): string =>
  ['did:web', encodeURIComponent(new URL(origin).host), ...path].join(':')

const seconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

const profileOf = ({ did, name, origin }: Issuer) => ({
  ...{ id: did, type: ['Profile'], name, url: origin },
})

/**
 * The credential of a certificate: Open Badges 3.0 as a Verifiable Credential 2.0. It has the name of the learner,
 * and nothing else.
 */
export const credentialOf = (issuer: Issuer, certified: Certified, status: StatusPlace) => ({
  '@context': [CREDENTIALS_V2, OPEN_BADGES_V3],
  id: `${certified.verifyUrl}/credential`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: certified.courseTitle,
  issuer: profileOf(issuer),
  validFrom: seconds(certified.issuedAt),
  ...(certified.expiresAt && { validUntil: seconds(certified.expiresAt) }),
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      {
        ...{ type: 'IdentityObject', identityType: 'name', hashed: false },
        identityHash: certified.recipientName,
      },
    ],
    achievement: achievementOf(issuer, certified),
    ...(certified.creditHours !== null && { creditsEarned: certified.creditHours }),
  },
  credentialStatus: {
    id: `${status.listUrl}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(status.index),
    statusListCredential: status.listUrl,
  },
})

const achievementOf = (issuer: Issuer, certified: Certified) => ({
  id: `${issuer.origin}/learn/courses#${certified.courseId}`,
  type: ['Achievement'],
  achievementType: 'Course',
  name: certified.courseTitle,
  description: certified.courseSummary || certified.courseTitle,
  criteria: { narrative: `Completed the course “${certified.courseTitle}”.` },
  creator: profileOf(issuer),
  ...(certified.creditHours !== null && { creditsAvailable: certified.creditHours }),
})

/** The document of an issuer (DID 1.0): keys that sign now or have signed. */
export const didDocumentOf = (
  did: string,
  publicKeys: readonly { id: number; public_key: string }[],
) => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: did,
  verificationMethod: publicKeys.map(({ id, public_key: publicKeyMultibase }) => ({
    ...{ id: methodOf(did, id), type: 'Multikey', controller: did, publicKeyMultibase },
  })),
  assertionMethod: publicKeys.map(({ id }) => methodOf(did, id)),
})

export const methodOf = (did: string, keyId: number): string => `${did}#key-${keyId}`
