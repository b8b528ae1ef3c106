import type { JsonObject } from '../../codegen/source.ts'

/** A way to break a rule: what is changed in the tidy contract, and what is then said. */
export type Break = [change: (contract: JsonObject) => void, message: RegExp]

export const books = '/api/v1/books'
export const book = '/api/v1/books/{id}'
export const renew = '/api/v1/loans/{id}/renew'
export const json = 'application/json'

/** The ways to break each rule that keeps a contract in words that generators understand. */
export const generatorWords: Record<string, Break[]> = {
  'bytes-counted': [
    [
      ({ components }) =>
        (components.schemas.Scan = { type: 'string', format: 'binary', maxLength: 9 }),
      /Write maxLength of bytes as x-max-bytes/,
    ],
    [
      ({ components }) => (components.schemas.Scan = { type: 'string', 'x-max-bytes': '9 MiB' }),
      /x-max-bytes must be a number of bytes/,
    ],
  ],
  'choice-of-values': [
    [
      ({ components }) => {
        const { properties } = components.schemas.BookCreate
        properties.format = {
          anyOf: [{ const: '*' }, { $ref: '#/components/schemas/FormatInput' }],
        }
      },
      /stand in 2 members of anyOf/,
    ],
  ],
  'component-names-distinct': [
    [
      ({ components }) => (components.responses.Book = components.responses.BookResponse),
      /Book is the name of one of the schemas as well/,
    ],
    [
      ({ components }) => (components.parameters.Failure = components.parameters.Cursor),
      /Failure is the name of one of the responses as well/,
    ],
    [
      ({ components }) => (components.schemas.BearerAuth = { type: 'object' }),
      /bearerAuth is the name of one of the schemas as well/,
    ],
    [
      ({ components }) => {
        components.schemas.Book.properties.shelf_mark = { type: 'object', properties: {} }
        components.schemas.BookShelfMark = { type: 'object', properties: {} }
      },
      /BookShelfMark, what Book has inline as shelf_mark, is a component's name/,
    ],
  ],
  'event-types-listed': [
    [
      ({ components, paths }) => {
        paths[renew].post['x-emits'] = ['loan.renewed']
        components.schemas.EventType = { type: 'string', 'x-extensible-enum': ['book.created'] }
      },
      /This list of event types lacks loan.renewed/,
    ],
  ],
  'failures-named': [
    [({ paths }) => delete paths[book].get.responses['404'], /getBook has a parameter in its path/],
    [
      ({ paths }) => delete paths[books].post.responses['409'],
      /createBook takes `Idempotency-Key` and must name 409/,
    ],
    [
      ({ paths }) => delete paths[books].post.responses['422'],
      /createBook is a POST and must name 422/,
    ],
  ],
  'form-fields-inline': [
    [
      ({ components }) => {
        const schema = { properties: { shelf: { $ref: '#/components/schemas/Id' } } }
        components.requestBodies.BookCreateBody.content['multipart/form-data'] = { schema }
      },
      /createBook must declare its field shelf in place/,
    ],
  ],
  'info-brief': [
    [({ info }) => (info.description = 'a'.repeat(1001)), /has 1001 characters; 1000 are enough/],
  ],
  'properties-are-objects': [
    [
      ({ components }) => (components.schemas.BookCreate.properties.isbn = false),
      /The schema of isbn is false; write \{ not: \{\} \}/,
    ],
    [
      ({ components }) => (components.schemas.BookCreate.then = { properties: { isbn: true } }),
      /The schema of isbn is true; write \{\}/,
    ],
  ],
  'schema-names-free': [
    [
      ({ components }) => (components.schemas.Error = { type: 'object' }),
      /A schema must not be called Error/,
    ],
    [
      ({ components }) =>
        (components.schemas.NullableBookCreate = {
          oneOf: [{ $ref: '#/components/schemas/BookCreate' }, { type: 'null' }],
        }),
      /A schema must not be called NullableBookCreate/,
    ],
  ],
  'schema-one-type': [
    [
      ({ components }) => (components.schemas.Mark = { type: ['string', 'integer', 'null'] }),
      /Write string or integer as a oneOf/,
    ],
    [
      ({ components }) => (components.schemas.Reader = { $ref: '#/components/schemas/Id' }),
      /Reader only refers to #\/components\/schemas\/Id: write out its type/,
    ],
    [
      ({ components }) => (components.schemas.Mark = { oneOf: [{ type: 'array', items: {} }] }),
      /Leave out the type of what may be a list/,
    ],
  ],
  'shared-error': [
    [({ paths }) => delete paths[books].get.responses.default, /answer failures with default as/],
    [({ paths }) => delete paths[books].get.responses['4XX'], /answer failures with 4XX as well/],
    [
      ({ paths }) => (paths[books].get.responses['410'] = { description: 'Gone.' }),
      /listBooks must answer 410 with a shared response/,
    ],
  ],
  'unique-items-ours': [
    [
      ({ components }) =>
        (components.schemas.BookCreate.properties.tags = { type: 'array', uniqueItems: true }),
      /must say x-unique-items in place of uniqueItems/,
    ],
  ],
  'values-open': [
    [
      ({ components }) => (components.schemas.Book.properties.size = { enum: ['octavo', 'folio'] }),
      /getBook answers an enum \(octavo,folio\); say x-extensible-enum/,
    ],
    [
      ({ components }) => {
        const { data } = components.schemas.BookCreatedEvent.properties
        data.properties.binding = { anyOf: [{ enum: ['sewn', 'glued'] }, { type: 'null' }] }
      },
      /book.created answers an enum \(sewn,glued\)/,
    ],
    [
      ({ components }) => (components.schemas.Format.description = '`print` or `microprint`.'),
      /getBook answers audio, which no description tells/,
    ],
    [
      ({ components }) => {
        const { properties } = components.schemas.BookCreate
        properties.format = { $ref: '#/components/schemas/Format' }
      },
      /createBook takes x-extensible-enum; a request has enum/,
    ],
    [
      ({ components }) => components.schemas.FormatInput.enum.push('braille'),
      /Format does not know braille, which FormatInput takes/,
    ],
  ],
}
