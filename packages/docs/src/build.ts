/** `npm run docs`: writes packages/docs/build, unless it is up to date already. */
import { buildDocs } from './site.ts'

const built = await buildDocs()
console.log(built.written ? `Wrote ${built.pages} pages to ${built.folder}` : 'Docs are up to date')
