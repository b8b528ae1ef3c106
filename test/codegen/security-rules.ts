import { books, type Break } from './generator-words.ts'

/** The ways to break each rule of who may call an operation. */
export const security: Record<string, Break[]> = {
  'security-callers': [
    [
      ({ components }) => delete components.securitySchemes.bearerAuth['x-caller'],
      /bearerAuth must have x-caller or x-accompanies/,
    ],
    [
      ({ components }) => (components.securitySchemes.bearerAuth['x-stand-in'] = 'cookie'),
      /bearerAuth names cookie, which is no security scheme/,
    ],
    [({ paths }) => (paths[books].get.security = [{}]), /listBooks must name one scheme/],
    [
      ({ paths }) => (paths[books].get.security = [{ oauth: [] }]),
      /listBooks asks for oauth, which is no security scheme/,
    ],
    [
      ({ components, paths }) => {
        components.securitySchemes.other = { type: 'http', scheme: 'basic', 'x-caller': 'key' }
        paths[books].get.security = [{ bearerAuth: ['books:read'], other: [] }]
      },
      /listBooks must name one scheme/,
    ],
    [
      ({ components, paths }) => {
        const guard = { type: 'apiKey', in: 'header', name: 'X-Guard', 'x-accompanies': 'session' }
        components.securitySchemes.guard = guard
        paths[books].get.security = [{ bearerAuth: ['books:read'], guard: [] }]
      },
      /listBooks asks for guard, which does not accompany bearerAuth/,
    ],
  ],
  'session-csrf': [
    [
      ({ components, paths }) => {
        components.securitySchemes.session = { type: 'apiKey', in: 'cookie', name: 'session' }
        paths[books].post.security = [{ session: [] }]
      },
      /createBook changes something under a cookie and must ask for a CSRF token/,
    ],
  ],
}
