import {
  badgeOf,
  findCertified,
  issuerDocument,
  revocationList,
  verdictOf,
  type Verifying,
} from '@mobieus/domain/learn'
import { Router, type Request, type Response } from 'express'
import { originOf } from '../../called-origin.ts'
import { partitionsOf } from '../../of-host.ts'
import type { Services } from '../../services.ts'
import { PLAIN_PAGE_POLICY } from '../plain-page.ts'
import { createBound } from './bound.ts'
import { createSignedDocuments } from './signed-documents.ts'
import { unknownPage, verdictPage } from './verdict-page.ts'

const [MOST_A_MINUTE, LIST_MS, BADGE_MS] = [1200, 60_000, 10 * 60_000]
const SERIAL = /^[0-9A-Za-z-]{1,64}$/
const NUMBER = /^\d{1,12}$/

/** Anybody's, of whatever origin: a verifier may run in a browser. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/**
 * The pages where anybody verifies a certificate, without a key: as text, as JSON, and as an Open Badge. The list of
 * what was revoked and the documents of issuers are beside them. They tell the name of a learner alone.
 */
export function certificatePages(services: Services): Router {
  const router = Router()
  const bound = createBound(MOST_A_MINUTE, services.clock)
  const documents = createSignedDocuments(services.clock)

  type Show = (partitions: readonly Verifying[], req: Request, res: Response) => Promise<unknown>
  const page = (path: string, show: Show) =>
    router.get(path, async (req, res) => {
      const tenant = await partitionsOf(req, services)
      res.set({ 'Cache-Control': 'no-cache', ...OPEN })
      if (!tenant) return missing(res)
      const wait = bound(tenant.live.id)
      if (wait !== undefined) {
        res.status(429).set('Retry-After', String(wait)).type('text')
        return void res.send('Too many ask just now.\n')
      }
      const { db, secrets, clock } = services
      const about = { db, secrets, origin: originOf(req.headers.host?.toLowerCase()), now: clock() }
      const partitions = [tenant.live, tenant.test].map((each) => ({ ...about, tenant: each }))
      if ((await show(partitions, req, res)) === undefined) missing(res)
    })

  page('/.well-known/did.json', async ([live], _req, res) =>
    res.json(await issuerDocument(live as Verifying)),
  )
  page('/learn/test/did.json', async ([, test], _req, res) =>
    res.json(await issuerDocument(test as Verifying)),
  )
  page('/learn/certificates/status/:number', async ([live, test], req, res) => {
    const asked = String(req.params.number)
    const partition = (asked.endsWith('t') ? test : live) as Verifying
    const number = asked.replace(/t$/, '')
    if (!NUMBER.test(number)) return undefined
    const name = `list ${partition.tenant.id} ${number} ${partition.origin}`
    const list = await documents(name, LIST_MS, () => revocationList(partition, Number(number)))
    return res.type('application/vc').send(JSON.stringify(list))
  })
  page('/learn/certificates/:serial/credential', async (partitions, req, res) => {
    const found = await findIn(partitions, req.params.serial)
    if (!found) return undefined
    const { ctx, row } = found
    const name = `badge ${ctx.tenant.id} ${row.id} ${row.generation} ${ctx.origin}`
    const badge = await documents(name, BADGE_MS, () => badgeOf(ctx, row))
    return res.type('application/vc').send(JSON.stringify(badge))
  })
  page('/learn/certificates/:serial', async (partitions, req, res) => {
    const asked = String(req.params.serial)
    const serial = asked.replace(/\.json$/, '')
    const wantsJson = serial !== asked || req.accepts(['html', 'json']) === 'json'
    const found = await findIn(partitions, serial)
    res.vary('Accept')
    if (!found && !wantsJson) return show(res, 404, unknownPage())
    if (!found) return undefined
    const verdict = verdictOf(found.ctx, found.row)
    return wantsJson ? res.json(verdict) : show(res, 200, verdictPage(verdict))
  })
  return router
}

async function findIn(partitions: readonly Verifying[], serial: unknown) {
  if (!SERIAL.test(String(serial))) return undefined
  for (const ctx of partitions) {
    const row = await findCertified(ctx, String(serial))
    if (row) return { ctx, row }
  }
  return undefined
}

const missing = (res: Response) =>
  void res.status(404).type('text').send('There is no such certificate.\n')

const show = (res: Response, status: number, html: string) =>
  res
    .status(status)
    .set({ 'Content-Security-Policy': PLAIN_PAGE_POLICY, 'Referrer-Policy': 'no-referrer' })
    .type('html')
    .send(html)
