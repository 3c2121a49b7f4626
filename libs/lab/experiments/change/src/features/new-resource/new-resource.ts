import type { Feature } from '../feature';
import { contracts } from './contracts';
import { docs } from './docs';
import { monolithSchema } from './monolith-schema';
import { schemaTests } from './schema-tests';
import { suite } from './suite';
import { users } from './users';
import { usersSchema } from './users-schema';
import { usersTests } from './users-tests';

/**
 * Users save jobs, in a table of the users service: a list is its user's alone, and for the one thing that it refers to
 * users have a port and an event already. In the monolith a foreign key clears up behind a deleted job, between the
 * services the event does. Nobody asks for the new paths before they are announced, so the order is free.
 */
export const newResource: Feature = {
  name: 'new-resource',
  title: 'A new resource: the jobs that a user has saved',
  edits: [...contracts, ...users, ...usersTests, ...monolithSchema, ...usersSchema, ...schemaTests, ...suite, ...docs],
};
