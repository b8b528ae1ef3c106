import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import * as OpenApiValidator from 'express-openapi-validator'
import { withLines } from './judged-lines.ts'
import { partsOf, type Contract } from './judged-parts.ts'
import { inJudgesWords } from './judged-words.ts'
import type { JudgedAnswer, JudgedRequest } from './observed.ts'

/**
 * A second opinion on every exchange, by express-openapi-validator: an implementation that shares
 * nothing with ours but the contract. It runs beside the dispatcher, in development and in tests,
 * and touches neither request nor answer.
 */

/** Both verdicts; `fault` says what the judge has against request or answer. */
export interface Judge {
  /** The fault of a request, `undefined` if there is none. */
  request(request: JudgedRequest): Promise<string | undefined>
  /** The fault of its answer, undeclared properties included; `undefined` if there is none. */
  answer(request: JudgedRequest, answer: JudgedAnswer): Promise<string | undefined>
}

type Schema = Record<string, unknown>

/** Forbids undeclared properties wherever a schema lists its properties and says nothing else. */
export function closeSchemas(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closeSchemas)
  if (node === null || typeof node !== 'object') return node
  const closed: Schema = {}
  for (const [name, value] of Object.entries(node))
    closed[name] = name === 'example' ? value : closeSchemas(value)
  const object =
    closed.type === 'object' || (Array.isArray(closed.type) && closed.type.includes('object'))
  const open =
    'additionalProperties' in closed || 'allOf' in closed || 'oneOf' in closed || 'anyOf' in closed
  if (object && closed.properties && !open) closed.additionalProperties = false
  return closed
}

/** Ends an exchange inside the judge: the fault, or nothing. */
const VERDICT = Symbol('verdict')
type WithVerdict = Response & { [VERDICT]?: (fault: string | undefined) => void }

const fault = (error: { message: string; errors?: { path: string; message: string }[] }): string =>
  error.errors?.map((each) => `${each.path} ${each.message}`).join('; ') || error.message

function createApp(
  apiSpec: unknown,
  validate: object,
  last: (req: Request, res: Response) => void,
): Express {
  const app = express()
  const type = ['application/json', 'application/*+json']
  app.use(express.json({ strict: false, limit: '2mb', type }))
  app.use(express.urlencoded({ extended: false }))
  app.use(
    OpenApiValidator.middleware({
      apiSpec: apiSpec as never,
      validateApiSpec: false,
      validateSecurity: false,
      validateFormats: true,
      fileUploader: false,
      ...validate,
    }),
  )
  app.use((req: Request, res: Response) => last(req, res))
  app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
    ;(res as WithVerdict)[VERDICT]?.(fault(error))
  })
  return app
}

/** Hands one request to an Express app without a network in between. */
function handle(
  app: Express,
  { method, url, headers, body }: JudgedRequest,
  prepare?: (res: Response) => void,
) {
  return new Promise<string | undefined>((resolve) => {
    const req = new IncomingMessage(new Socket())
    Object.assign(req, { method, url, headers: { ...headers } })
    if (body) req.headers['content-length'] = String(body.length)
    else delete req.headers['content-length']
    delete req.headers['transfer-encoding']
    if (body) req.push(body)
    req.push(null)
    const res = new ServerResponse(req) as WithVerdict
    res[VERDICT] = resolve
    prepare?.(res)
    app(req as Request, res)
  })
}

/**
 * A judge of one contract, given as the bundled document. It is made in parts, each when it is first
 * asked for. express-openapi-validator walks through its whole contract for every schema that it
 * compiles. It also makes the pattern of every path anew for every request. For our contract that is
 * 0.5 ms a request instead of 1.0.
 */
export function createJudge(published: object): Judge {
  const { contract, formats } = withLines(inJudgesWords(published))
  const partFor = partsOf(contract as Contract)
  const judges = new Map<object, Judge>()

  function judgeFor({ url }: JudgedRequest): Judge {
    const part = partFor(url)
    const judge = judges.get(part) ?? judgeOf(part, formats)
    judges.set(part, judge)
    return judge
  }
  return {
    request: async (request) => malformed(request) ?? judgeFor(request).request(request),
    answer: (request, answer) => judgeFor(request).answer(request, answer),
  }
}

/** A query that no parser reads, which is a fault even where any parameter is let in. */
function malformed({ url }: JudgedRequest): string | undefined {
  try {
    decodeURIComponent(url.split('?')[1] ?? '')
    return undefined
  } catch {
    return 'the query has malformed percent-encoding'
  }
}

/** A failure of a status that the operation neither names nor shares with all others. */
function unnamed(req: Request, status: number): string | undefined {
  const { openapi } = req as { openapi?: { schema?: { 'x-failures'?: readonly number[] } } }
  const failures = openapi?.schema?.['x-failures']
  if (status < 400 || !failures || failures.includes(status)) return undefined
  return `it does not name the status ${status}`
}

/** A judge of a part of a contract, or of all of it. */
function judgeOf(contract: object, formats: object): Judge {
  const requests = createApp(
    contract,
    { validateRequests: true, validateResponses: false, formats },
    (_req, res) => (res as WithVerdict)[VERDICT]?.(undefined),
  )
  let answerFault: string | undefined
  const answers = createApp(
    closeSchemas(contract),
    {
      formats,
      validateRequests: false,
      validateResponses: { onError: (error: Error) => void (answerFault = fault(error)) },
    },
    (req, res) => {
      const { status, type, text } = res.locals as { status: number; type: string; text: string }
      answerFault = unnamed(req, status)
      res.status(status).type(type)
      // The validator looks at what `json` is given; there is no socket that it could be sent to.
      res.end = (() => res) as never
      res.json(JSON.parse(text))
      ;(res as WithVerdict)[VERDICT]?.(answerFault)
    },
  )
  return {
    request: (request) => handle(requests, request),
    async answer(request, answer) {
      if (answer.text === undefined || !/[/+]json\b/.test(answer.type ?? '')) return undefined
      // The answers of an operation do not depend on the request's media type: compiled once, not for each.
      return handle(answers, { ...request, headers: {}, body: undefined }, (res) => {
        // Express makes `locals` itself unless it is there already.
        res.locals = answer as never
      })
    },
  }
}
