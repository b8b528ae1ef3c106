export {
  createTenant,
  handlers,
  parseSettings,
  resealPartition,
  scopesOfRole,
  sealed,
  setAppIni,
} from './installed.ts'
export { surfaces } from './surfaces.ts'
