interface Limited {
  readonly revoked_at: Date | null
  readonly expires_at: Date | null
}

/** Whether a credential opens anything now, and why not. */
export const validityOf = ({ revoked_at, expires_at }: Limited): 'valid' | 'revoked' | 'expired' =>
  revoked_at ? 'revoked' : expires_at && expires_at < new Date() ? 'expired' : 'valid'
