import { admin } from './admin/index.ts'
import { core } from './core/index.ts'
import { help } from './help/index.ts'
import { know } from './know/index.ts'
import { learn } from './learn/index.ts'
import { scim } from './scim/index.ts'
import { platform } from './platform/index.ts'

/** Every surface there is: the one place that names them all. */
export const surfaces = [platform, core, help, learn, know, scim, admin] as const
