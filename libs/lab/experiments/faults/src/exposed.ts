import { allOrNone, type Relay, startRelay } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { databaseUrl, startTwin, type Variant } from '@jobly/lab/system-under-test';
import { needsSeen, type Needs } from './needs';
import { type People, peopleAt } from './people';

export type StackName = 'monolith' | 'micro';

/** A part that can fail: a process behind a relay, or a database. */
export interface Part {
  name: string;
  relay: Relay;
}

/** A stack each of whose parts is reached through a relay; of the microservices, the gateway is not among them. */
export interface Exposed {
  stack: StackName;
  origin: string;
  parts: Part[];
  people: People;
  needs: Needs;
  stop(): Promise<void>;
}

const SERVICES = ['users', 'companies', 'jobs'] as const;

/**
 * Starts a stack once more, with relays between its parts.
 * @param label makes the names of its users unique
 */
export async function startExposed({ stacks, signal }: Scene, stack: StackName, label: string): Promise<Exposed> {
  const postgres = stacks.postgres!;
  const { started, stop } = await allOrNone(async (keep) => {
    const env: Record<string, string> = {};
    const parts: Part[] = [];
    const add = async (name: string) => {
      const relay = keep(await startRelay());
      parts.push({ name, relay });
      return relay;
    };
    for (const { name, variable, database } of databasesOf(stack)) {
      const relay = await add(name);
      relay.leadTo(postgres.url);
      env[variable] = through(relay, databaseUrl(postgres, database));
    }
    const services = stack === 'micro' ? SERVICES : [];
    for (const name of services) env[`${name.toUpperCase()}_URL`] = (await add(name)).url;
    const variant: Variant = keep(await startTwin(stack, postgres, signal, env));
    for (const name of services) parts.find((part) => part.name === name)!.relay.leadTo(variant.urls.get(name)!);
    const origin = stack === 'micro' ? variant.target.origin : await inFront(variant, () => add('monolith'));
    const people = await peopleAt(origin, stacks.admin, label);
    return { origin, parts, people, needs: await needsSeen(origin, parts, people) };
  });
  return { stack, ...started, stop };
}

const databasesOf = (stack: StackName) =>
  stack === 'monolith'
    ? [{ name: 'database', variable: 'DATABASE_URL', database: 'jobly' }]
    : SERVICES.map((name) => ({
        name: `database of ${name}`,
        variable: `${name.toUpperCase()}_DATABASE_URL`,
        database: `jobly_${name}`,
      }));

/** Nobody is between the monolith and its users, so the relay is. */
async function inFront({ target }: Variant, add: () => Promise<Relay>): Promise<string> {
  const front = await add();
  front.leadTo(target.origin);
  return front.url;
}

function through(relay: Relay, url: string): string {
  const { hostname, port } = new URL(relay.url);
  return Object.assign(new URL(url), { hostname, port }).href;
}
