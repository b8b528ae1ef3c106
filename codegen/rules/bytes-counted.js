/**
 * Bytes are counted by `x-max-bytes`, a number of them: `maxLength` counts characters, which clients in Go ask of the
 * file.
 */
export function bytesCounted() {
  return {
    Schema(schema, { report, location }) {
      const most = schema['x-max-bytes']
      if (schema.maxLength !== undefined && (schema.contentMediaType ?? schema.format === 'binary'))
        report({ message: 'Write maxLength of bytes as x-max-bytes.', location })
      if (most !== undefined && !(Number.isInteger(most) && most > 0))
        report({ message: 'x-max-bytes must be a number of bytes.', location })
    },
  }
}
