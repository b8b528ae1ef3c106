/** The server under test: its base of SCIM, and a token of its own. */
export interface Target {
  readonly url: string
  readonly token: string
}

/** One check of a suite, or one assertion. */
export interface Checked {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'warned' | 'skipped'
  readonly reason: string
}

/** A public suite. It does not run where `missing` says what it lacks, which is a failure of the command. */
export interface Suite {
  readonly name: string
  missing(): Promise<string | undefined>
  run(target: Target): Promise<readonly Checked[]>
}
