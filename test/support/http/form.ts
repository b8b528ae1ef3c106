const BOUNDARY = 'a-boundary-that-no-text-contains'

/** The media type of what `encodeForm` writes. */
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A multipart form as text; what is in `files` is sent as a file of that name. */
export function encodeForm(
  fields: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, string>,
): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const filename = files.get(name)
    const head = filename === undefined ? '' : `; filename="${filename}"`
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${head}\r\n\r\n${String(value)}\r\n`
  })
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}
