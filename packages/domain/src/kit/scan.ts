import type { Readable } from 'node:stream'

/** Says whether bytes may be shown to others; throws where there is no verdict. */
export type Scan = (bytes: Readable, file: { name: string; size: number }) => Promise<boolean>
