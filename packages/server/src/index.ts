export { readConfig, type ServerConfig } from './config.ts'
export type { Observer } from './dispatch.ts'
export { createLog } from './log.ts'
export { serve, type RunningServer, type ServeOptions } from './serve.ts'
