import type { Letter, Post } from '../../../packages/domain/src/kit/index.ts'

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
