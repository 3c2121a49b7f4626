import { type JobEvents, type PublicOperations, internalOperations, operations as defaults } from '@jobly/contracts';
import { type Route, currentSource, route } from '@jobly/http-kit';
import type { Users } from './users';

/** The public routes of users. */
export const userRoutes = (users: Users, operations: PublicOperations = defaults): Route[] => [
  route(operations.logIn, async ({ body }) => ({ token: await users.logIn(body, currentSource()) })),
  route(operations.register, async ({ body, key }) => ({ token: await users.register(body, key) })),
  route(operations.createUser, ({ body, key }) => users.create(body, key)),
  route(operations.listUsers, async () => ({ users: await users.list() })),
  route(operations.getUser, async ({ params }) => ({ user: await users.profile(params.username) })),
  route(operations.updateUser, async ({ params, body }) => ({ user: await users.update(params.username, body) })),
  route(operations.deleteUser, async ({ params }) => {
    await users.remove(params.username);
    return { deleted: params.username };
  }),
  route(operations.applyToJob, async ({ params, key }) => {
    await users.apply(params.username, params.id, key);
    return { applied: params.id };
  }),
];

/** The internal routes of users; the monolith does not need them. */
export const internalUserRoutes = (events: JobEvents): Route[] => [
  route(internalOperations.jobsDeleted, async ({ body: { eventId, ...payload } }) => {
    await events['jobs-deleted'](payload, eventId);
    return undefined;
  }),
];
