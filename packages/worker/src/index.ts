export { doChores, purgeAll } from './purges.ts'
export { createScan } from './scan.ts'
export { startWorker, type RunningWorker, type WorkerOptions } from './worker.ts'
