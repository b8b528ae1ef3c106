import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { documentedAnswer } from './model-answers.ts'

/** A request to the model as the Messages API takes it. */
export interface Asked {
  readonly headers: IncomingHttpHeaders
  readonly path: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into any request
  readonly body: any
  /** The data that stands between its marks. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- data of any prompt
  readonly data: any
}

/** An answer of the model: its blocks, why it stopped, and what it counts. */
export interface ModelSays {
  readonly text?: string | readonly string[]
  /** A call of a tool; of the one that was offered unless it is named. */
  readonly input?: unknown
  readonly tool?: string
  readonly stop?: string
  readonly usage?: object
  readonly model?: string
}

type Answer = (asked: Asked, res: ServerResponse) => void

/** A real server on this machine that speaks Anthropic's Messages API, streamed. */
export interface FakeModel {
  readonly url: string
  readonly asked: Asked[]
  /** Sets the answer from now on; that of the documentation in the beginning. */
  answer: Answer
  /** The same for the next request alone; several are taken in their order. */
  next(...answers: Answer[]): void
  /** Forgets what was asked and what would have been answered. */
  forget(): void
  close(): Promise<void>
}

export async function startModel(): Promise<FakeModel> {
  const waiting: Answer[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString())
      const asked = { headers: req.headers, path: req.url ?? '', body, data: dataOf(body) }
      model.asked.push(asked)
      ;(waiting.shift() ?? model.answer)(asked, res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const documented: Answer = (asked, res) => says(documentedAnswer(asked))(asked, res)
  const model: FakeModel = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: documented,
    next: (...answers) => void waiting.push(...answers),
    forget() {
      model.asked.length = 0
      waiting.length = 0
      model.answer = documented
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return model
}

function dataOf(body: { messages: { content: { text: string }[] }[] }): unknown {
  const text = body.messages[0]?.content[0]?.text ?? ''
  const found = /^<data>\n(.*)\n<\/data>$/s.exec(text)
  return found ? JSON.parse(found[1] as string) : undefined
}

const USAGE = { input_tokens: 412, output_tokens: 87 }

/** The events of a whole answer, in the order in which the API sends them. */
export function eventsOf(said: ModelSays, asked: Asked): object[] {
  const { usage = USAGE, input, text } = said
  const counted = { output_tokens: 1, ...usage }
  const message = {
    ...{ id: 'msg_1', type: 'message', role: 'assistant', content: [], stop_reason: null },
    ...{ stop_sequence: null, model: said.model ?? asked.body.model },
    usage: { ...counted, output_tokens: 1 },
  }
  const texts = [text ?? []].flat().map((each) => ({ begin: { type: 'text', text: '' }, each }))
  const name = said.tool ?? asked.body.tools?.[0]?.name ?? 'answer'
  const called =
    input === undefined
      ? []
      : [{ begin: { type: 'tool_use', id: 'toolu_1', name, input: {} }, each: input }]
  const blocks = [...texts, ...called].flatMap(({ begin, each }, index) => {
    const whole = typeof each === 'string' ? each : JSON.stringify(each)
    const delta = (part: string) =>
      begin.type === 'text'
        ? { type: 'text_delta', text: part }
        : { type: 'input_json_delta', partial_json: part }
    const half = Math.ceil(whole.length / 2)
    return [
      { type: 'content_block_start', index, content_block: begin },
      ...[whole.slice(0, half), whole.slice(half)].map((part) => ({
        ...{ type: 'content_block_delta', index },
        delta: delta(part),
      })),
      { type: 'content_block_stop', index },
    ]
  })
  const stop_reason = said.stop ?? (called.length > 0 ? 'tool_use' : 'end_turn')
  return [
    { type: 'message_start', message },
    ...blocks,
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: counted },
    { type: 'message_stop' },
  ]
}

const line = (event: object & { type?: string }) =>
  `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

const begin = (res: ServerResponse) =>
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })

/** Answers as a model does. */
export const says =
  (said: ModelSays): Answer =>
  (asked, res) => {
    begin(res)
    for (const event of eventsOf(said, asked)) res.write(line(event))
    res.end()
  }

/** Answers the first events, and then breaks the connection, or is silent where `breaks` is false. */
export const saysHalf =
  (said: ModelSays, events: number, breaks = true): Answer =>
  (asked, res) => {
    begin(res)
    const first = eventsOf(said, asked).slice(0, events).map(line).join('')
    res.write(first, () => (breaks ? res.destroy() : undefined))
  }

/** Ends the stream without a word after the first events. */
export const saysAndEnds =
  (said: ModelSays, events: number): Answer =>
  (asked, res) => {
    begin(res)
    for (const event of eventsOf(said, asked).slice(0, events)) res.write(line(event))
    res.end()
  }

/** Refuses with a status and a type of error, as the API does. */
export const fails =
  (status: number, type: string): Answer =>
  (_, res) =>
    void res
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ type: 'error', error: { type, message: 'No.' } }))
