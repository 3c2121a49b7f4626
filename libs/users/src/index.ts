export { byEvents, onJobEvents } from './lifecycle/by-events';
export { byForeignKeys } from './lifecycle/by-foreign-keys';
export { hashPassword } from './passwords';
export { internalUserRoutes, userRoutes } from './routes';
export { createUsers } from './users';
