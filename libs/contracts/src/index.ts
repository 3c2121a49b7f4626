export * from './companies';
export * from './errors';
export type { Identity } from './identity';
export { BATCH_SIZE, internalOperations } from './internal-operations';
export * from './jobs';
export type { Access, Input, Operation, Owner, Reply } from './operation';
export { operations } from './operations';
export type { CompanyDirectory, CompanyNews, JobBoard, JobNews, JobRegister } from './ports';
export * from './users';
