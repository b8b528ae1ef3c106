export { expireAllListings } from './jobs/expire-listings.ts'
export { startWorker, type RunningWorker, type WorkerOptions } from './worker.ts'
