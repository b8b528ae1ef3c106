/** This server as it is behind a pooler that keeps no statements: each is prepared anew. */
process.env.DATABASE_STATEMENTS = 'unnamed'
await import('./ours.ts')
