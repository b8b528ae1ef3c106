import { createHash } from 'node:crypto'
import type { Model } from './model.ts'

/** The source of `manifest.json`: what the generated files were made of, and their hashes. */
export function emitManifest(model: Model, files: Readonly<Record<string, string>>): string {
  const manifest = {
    contract: { title: model.title, version: model.version, sha256: model.hash },
    operations: model.operations.length,
    events: model.events.length,
    schemas: Object.keys(model.document.components?.schemas ?? {}).length,
    ...(Object.keys(model.renamed).length > 0 && { renamed: model.renamed }),
    files: Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        createHash('sha256').update(text).digest('hex'),
      ]),
    ),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
