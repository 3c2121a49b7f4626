export { onJobEvents, referringByAsking, referringByForeignKey } from './applications';
export { hashPassword } from './passwords';
export { internalUserRoutes, userRoutes } from './routes';
export { createUsers } from './users';
