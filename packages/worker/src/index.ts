export { createScan, purgeOne, queueFileTasks, scanOne, type FileJobs } from './jobs/files.ts'
export { doChores, purgeAll } from './purges.ts'
export { startWorker, type RunningWorker, type WorkerOptions } from './worker.ts'
