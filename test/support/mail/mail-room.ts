import { openPost, type RunningPost } from '../../../packages/worker/src/post.ts'
import { startMailServer, type MailServer } from '../fake/mail-server.ts'
import { startPlatform, type Platform } from '../http/platform.ts'

/** A platform, and a real mail server to which its mail goes. */
export interface MailRoom {
  readonly platform: Platform
  readonly server: MailServer
  readonly post: RunningPost
  close(): Promise<void>
}

export async function openMailRoom(): Promise<MailRoom> {
  const [platform, server] = await Promise.all([startPlatform(), startMailServer()])
  const post = openPost({ smtpUrl: server.url, production: true })
  return {
    ...{ platform, server, post },
    async close() {
      post.close()
      await Promise.all([platform.close(), server.close()])
    },
  }
}
