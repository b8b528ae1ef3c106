import { parseArgs } from 'node:util'
import { proveLearn } from './learn.ts'
import { proveLog } from './log.ts'
import { proveMail } from './mail.ts'
import { proveWebhooks } from './webhooks.ts'

/**
 * `npm run check:kills`: servers, workers and PostgreSQL are SIGKILLed while they work. `webhooks`, which
 * is meant where nothing is named, delivers 10,000 events. `log` lets 32 clients create 200,000 rows, and
 * holds the event log and its readers against them. `--kills N`, `--events N` (webhooks), `--creates N`,
 * `--clients N` and `--seed N` (log) make it another run. `mail` sends 1,000 mails (`--mails N`, `--seed N`) to a mail
 * server. `learn` lets 1,000 learners (`--learners N`, `--seed N`) take a course to its certificate. Prints the
 * verdicts, and fails when one is false.
 */
const { values, positionals } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    events: { type: 'string', default: '10000' },
    mails: { type: 'string', default: '1000' },
    learners: { type: 'string', default: '1000' },
    creates: { type: 'string', default: '200000' },
    clients: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
  allowPositionals: true,
})
const numbers = Object.fromEntries(
  Object.entries(values).map(([name, text]) => {
    if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name} ${text} is no number`)
    return [name, Number(text)]
  }),
) as Record<keyof typeof values, number>

const proofs = { webhooks: proveWebhooks, log: proveLog, mail: proveMail, learn: proveLearn }
const [name = 'webhooks', ...more] = positionals
if (!(name in proofs) || more.length > 0)
  throw new Error(`${positionals.join(' ')} is none of ${Object.keys(proofs).join(', ')}`)

const startedAt = performance.now()
const log = (line: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)

const verdicts = await proofs[name as keyof typeof proofs](numbers, log)
console.log(verdicts)
if (!Object.values(verdicts).every(Boolean)) process.exitCode = 1
