import { generate, generateFromArguments } from '../codegen/generate.ts'
import { layout } from './layout.ts'

/**
 * `npm run generate`: everything that follows from openapi.yaml and the migrations. With
 * `--contract FILE --out DIR` it starts, or continues, a service from that contract instead.
 */
const args = process.argv.slice(2)

try {
  if (args.length > 0) {
    await generateFromArguments(args)
  } else {
    const { tablesOf, withMigratedDatabase } = await import('./migrated.ts')
    await withMigratedDatabase((url) =>
      generate({ ...layout, tables: tablesOf(url, layout.tables), log: console.log }),
    )
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
