/** A small contract in which what repeats is written once, on the shelf of the root. */
const shelf = `x-anchors:
  headers:
    answer: &answer { X-Request-Id: { schema: { type: string } } }
  responses:
    failures: &failures
      4XX: { $ref: '#/components/responses/ClientError' }
      5XX: { $ref: '#/components/responses/ServerError' }
      default: { $ref: '#/components/responses/Failure' }
    failuresOfWrite: &failuresOfWrite
      '409': { $ref: '#/components/responses/Conflict' }
      '422': { $ref: '#/components/responses/UnprocessableContent' }
      <<: *failures
    failuresOfChange: &failuresOfChange
      '404': { $ref: '#/components/responses/NotFound' }
      <<: *failuresOfWrite
  parameters:
    idInPath: &idInPath { name: id, in: path, required: true }
  schemas:
    listReply: &listReply
      type: object
      required: [data, next_cursor, total_count, has_more]
    listReplyFields: &listReplyFields
      next_cursor: { type: [string, 'null'] }
      total_count: { type: integer }
      has_more: { type: boolean }
  examples:
    noPage: &noPage { next_cursor: null, total_count: 0, has_more: false }
`

/** Rows of a map, whatever their indentation, as the alias that merges them. */
const merges = {
  failures: ['4XX: .*', '5XX: .*', 'default: .*'],
  failuresOfWrite: ["'409': .*", "'422': .*", '<<: \\*failures'],
  failuresOfChange: ["'404': .*", '<<: \\*failuresOfWrite'],
  listReply: ['type: object', 'required: \\[data, next_cursor, .*'],
  listReplyFields: ['next_cursor: .*', 'total_count: .*', 'has_more: .*'],
}

/** The fixture `tidy.yaml`, or one made of it, with a shelf: it says the same. */
export function shelved(text: string): string {
  const merged = Object.entries(merges).reduce(
    (all, [name, rows]) =>
      all.replaceAll(
        RegExp(`^(?<indent> *)${rows.join('\\n\\k<indent>')}$`, 'gm'),
        (_, indent: string) => `${indent}<<: *${name}`,
      ),
    text,
  )
  return merged
    .replaceAll('headers: { X-Request-Id: { schema: { type: string } } }', 'headers: *answer')
    .replace(
      'data: [], next_cursor: null, total_count: 0, has_more: false',
      'data: [], <<: *noPage',
    )
    .replace('paths:\n', (found) => shelf + found)
}
