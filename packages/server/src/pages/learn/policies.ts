/** The player loads nothing but its own files, and frames nothing but content. */
export const playerPolicy = (framedBy: string): string =>
  [
    "default-src 'none'",
    ...["script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-src 'self'"],
    ...["base-uri 'none'", "form-action 'none'", `frame-ancestors 'self' ${framedBy}`],
  ].join('; ')

/**
 * Content runs its own scripts, as packages are made, and reaches nothing outside of its origin. It sends nothing
 * elsewhere, loads no script of others, and registers nothing that stays.
 */
export const contentPolicy = (framedBy: string): string =>
  [
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    ...["connect-src 'self' data: blob:", "form-action 'self'", "base-uri 'self'"],
    ...["frame-src 'self' data: blob:", "object-src 'self'", 'worker-src blob:'],
    `frame-ancestors 'self' ${framedBy}`,
  ].join('; ')
