import { type JobEvents, type PublicOperations, internalOperations, operations as defaults } from '@jobly/contracts';
import { type Route, currentCaller, currentSource, route } from '@jobly/http-kit';
import type { UserReference } from './user-reference';
import type { Users } from './users';

/** The public routes of users. */
export const userRoutes = (users: Users, operations: PublicOperations = defaults): Route[] => [
  route(operations.logIn, async ({ body }) => ({ token: await users.logIn(body, currentSource()) })),
  route(operations.register, async ({ body, key }) => ({ token: await users.register(body, key) })),
  route(operations.createUser, ({ body, key }) => users.create(body, key)),
  route(operations.listUsers, async () => ({ users: await users.list() })),
  route(operations.getUser, async ({ params }) => ({ user: await users.profile(named(params)) })),
  route(operations.updateUser, async ({ params, body }) => ({ user: await users.update(named(params), body) })),
  route(operations.deleteUser, async ({ params }) => {
    await users.remove(named(params));
    return { deleted: params.username };
  }),
  route(operations.applyToJob, async ({ params, key }) => {
    await users.apply(named(params), params.id, key);
    return { applied: params.id };
  }),
];

/**
 * The user in the path. Callers who name themselves mean their own account, whoever has the name by now; only an
 * administrator can mean another, by the name alone.
 */
function named({ username }: { username: string }): UserReference {
  const caller = currentCaller()!;
  return { username, account: caller.username === username ? caller.account : null };
}

/** The internal routes of users; the monolith does not need them. */
export const internalUserRoutes = (events: JobEvents): Route[] => [
  route(internalOperations.jobsDeleted, async ({ body: { eventId, ...payload } }) => {
    await events['jobs-deleted'](payload, eventId);
    return undefined;
  }),
];
