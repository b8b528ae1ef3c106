import dns from 'node:dns'

/** Names below localhost lead to this machine, which not every resolver knows (RFC 6761, section 6.3). */
const { lookup } = dns
dns.lookup = (name, ...rest) => lookup(name.endsWith('.localhost') ? 'localhost' : name, ...rest)
