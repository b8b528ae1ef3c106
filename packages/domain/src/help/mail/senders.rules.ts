import { domainOf, isSameAddress, type Mailbox } from './addresses.rules.ts'
import { headerOf, type Mail } from './mail.ts'
import { isRead } from './robots.rules.ts'

/**
 * The mailbox of the person who wrote a mail. A list that writes in its own name, and a form that writes in ours,
 * name the person in Reply-To. Anybody else's Reply-To is only a wish.
 */
export function senderOf(mail: Mail, ownAddresses: ReadonlySet<string>): Mailbox {
  const { from, replyTo } = mail
  const isOurs = ownAddresses.has(from.email.toLowerCase())
  const meant = replyTo.find(({ email }) => !ownAddresses.has(email.toLowerCase()))
  if (!meant || isSameAddress(meant.email, from.email)) return from
  return isOurs || isOfItsList(mail) ? { ...meant, name: meant.name || bareName(from.name) } : from
}

/**
 * The people whom a mail went to beside us and its sender. They stand in Cc, and in To where one of our addresses is
 * named as well. Else what stands in To may be an address of ours that we do not know, which forwards to one.
 */
export function othersOf(
  mail: Mail,
  sender: Mailbox,
  ownAddresses: ReadonlySet<string>,
): Mailbox[] {
  const isOurs = ({ email }: Mailbox) => ownAddresses.has(email.toLowerCase())
  const all = [...mail.to, ...mail.cc].some(isOurs) ? [...mail.to, ...mail.cc] : mail.cc
  return all.filter(
    (each) => !isOurs(each) && !isSameAddress(each.email, sender.email) && isRead(each.email),
  )
}

function isOfItsList(mail: Mail): boolean {
  const list = /<([^<>]+)>/.exec(headerOf(mail, 'list-id') ?? '')?.[1]?.toLowerCase()
  const domain = domainOf(mail.from.email)
  return list !== undefined && (list === domain || list.endsWith(`.${domain}`))
}

/** `'Dana Wu' via Support` → `Dana Wu` */
const bareName = (name: string): string =>
  name.replace(/\s+via\s.*$/i, '').replace(/^'(.*)'$/, '$1')

/**
 * Whether the server that is believed says that a mail is its sender's: by DMARC (RFC 8601). Only the field on top
 * counts, which that server has written last.
 */
export function isAuthenticated(mail: Mail, server: string | null): boolean {
  if (server === null) return false
  const [name = '', ...results] = (headerOf(mail, 'authentication-results') ?? '').split(';')
  if (name.trim().split(/\s+/)[0]?.toLowerCase() !== server.toLowerCase()) return false
  return results.some((each) => /^\s*dmarc\s*=\s*pass\b/i.test(each))
}
