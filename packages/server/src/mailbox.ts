import { reader } from '@mobieus/db'
import { listNewestMails } from '@mobieus/domain/help'
import { Router } from 'express'
import { PLAIN_PAGE_POLICY, plainPage } from './pages/plain-page.ts'
import type { Services } from './services.ts'
import { findTenant } from './stages/tenant.ts'

const MOST = 50

/**
 * The mailbox of development: the newest mails of the host's tenant, whether they wait or were sent. Without a mail
 * server they were only taken for sent. In production, and with a mail server, there is no such page.
 */
export function mailboxPage({ config, directory, db }: Services): Router {
  const router = Router()
  if (config.production || config.smtpUrl !== undefined) return router
  router.get('/dev/mailbox', async (req, res) => {
    const host = await findTenant(req.headers.host, config, directory)
    if (!host)
      return void res.status(404).type('text').send('Ask a tenant’s host for its mailbox.\n')
    const tenantId = host.live.id
    const mails = await listNewestMails({ tx: reader(db, tenantId), tenantId }, MOST)
    res.set('Content-Security-Policy', PLAIN_PAGE_POLICY).type('html').send(pageOf(mails))
  })
  return router
}

type Mails = Awaited<ReturnType<typeof listNewestMails>>

const pageOf = (mails: Mails): string =>
  plainPage(
    'Mailbox',
    mails.length === 0 ? '<p>Nothing has been sent.</p>' : mails.map(articleOf).join('\n'),
  )

const articleOf = (mail: Mails[number]): string =>
  `<article><h2>${escaped(mail.subject)}</h2><p>${escaped(mail.from_email)} to ${escaped(mail.to_email)},
${escaped(mail.kind)}, ${escaped(mail.status)}, &lt;${escaped(mail.message_id)}&gt;</p>
<pre>${escaped(mail.text ?? '')}</pre></article>`

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
