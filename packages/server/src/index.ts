export { readConfig, type ServerConfig } from './config.ts'
export type { Observer } from './dispatch.ts'
export { serve, type RunningServer, type ServeOptions } from './serve.ts'
