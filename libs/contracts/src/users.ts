import { z } from 'zod';
import * as field from './fields';
import { newUsername, triedUsername, username } from './usernames';

/** Any pair may be tried: a wrong one is unauthorized, not invalid. Only its size is limited. */
export const credentials = z.strictObject({ username: triedUsername, password: field.text(0, 1_000) });

export const registration = z.strictObject({
  username: newUsername,
  password: field.password(field.SHORTEST_PASSWORD),
  firstName: field.firstName,
  lastName: field.lastName,
  email: field.email,
});

export const newUser = registration.extend({ isAdmin: z.boolean().default(false) });

export const userChanges = registration.omit({ username: true }).partial();

export const user = z.object({
  username,
  firstName: field.firstName,
  lastName: field.lastName,
  email: field.email,
  isAdmin: z.boolean(),
});

export const profile = user.extend({ applications: z.array(z.int()) });

export const token = z.string().meta({
  description:
    'A JWT for the Authorization header; it belongs to this account, and to no later one of the same username',
});

export type Credentials = z.output<typeof credentials>;
export type Registration = z.output<typeof registration>;
export type NewUser = z.output<typeof newUser>;
export type UserChanges = z.output<typeof userChanges>;
export type User = z.output<typeof user>;
export type Profile = z.output<typeof profile>;
