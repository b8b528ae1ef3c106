export { createScan, purgeOne, queueFileTasks, scanOne, type FileJobs } from './jobs/files.ts'
export { expireAllListings } from './jobs/expire-listings.ts'
export { startWorker, type RunningWorker, type WorkerOptions } from './worker.ts'
