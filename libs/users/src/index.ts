export { byEvents, onJobEvents } from './lifecycle/by-events';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { internalUserRoutes, userRoutes } from './routes';
export { seedApplications, seedUsers } from './seed';
export { createUsers } from './users';
