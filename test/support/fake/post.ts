import { createSecrets } from '../../../packages/db/src/index.ts'
import type { Letter, Post, Poster, Work } from '../../../packages/domain/src/kit/index.ts'

/** A post that nothing is to be sent by. */
export const noPost: Post = {
  send: async ({ subject }) => {
    throw new Error(`no mail was expected: ${subject}`)
  },
}

/** A post that keeps what is sent. */
export const keepingPost = (): Post & { readonly sent: Letter[] } => {
  const sent: Letter[] = []
  return { sent, send: async (letter) => void sent.push(letter) }
}

/** A poster that reaches nobody. */
const nowhere: Poster = {
  post: async () => ({ statusCode: null, error: 'unreachable', body: null, retryAfter: undefined }),
}

/** The services of work that mail is sent with: the secret is that of every test, the server is on this port. */
export const mailing = (
  post: Post,
  port = 3000,
): Pick<Work, 'post' | 'poster' | 'secrets' | 'originOf'> => ({
  post,
  poster: nowhere,
  secrets: createSecrets({ appSecret: 'test-secret-of-16' }),
  originOf: (slug) => `http://${slug}.localhost:${port}`,
})
