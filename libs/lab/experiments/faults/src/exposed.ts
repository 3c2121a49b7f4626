import { allOrNone, type Relay, startRelay } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { databaseUrl, startTwin, type Variant } from '@jobly/lab/system-under-test';

/** A part that can fail: a process behind a relay, or a database. */
export interface Part {
  name: string;
  relay: Relay;
}

/** A stack each of whose parts is reached through a relay; of the microservices, the gateway is not among them. */
export interface Exposed {
  stack: 'monolith' | 'micro';
  origin: string;
  parts: Part[];
  stop(): Promise<void>;
}

const SERVICES = ['users', 'companies', 'jobs'] as const;

/** Starts a stack once more, with relays between its parts. */
export async function startExposed({ stacks, signal }: Scene, stack: Exposed['stack']): Promise<Exposed> {
  const postgres = stacks.postgres!;
  const databases =
    stack === 'monolith'
      ? [{ name: 'database', variable: 'DATABASE_URL', database: 'jobly' }]
      : SERVICES.map((name) => ({
          name: `database of ${name}`,
          variable: `${name.toUpperCase()}_DATABASE_URL`,
          database: `jobly_${name}`,
        }));
  const { started, stop } = await allOrNone(async (keep) => {
    const env: Record<string, string> = {};
    const parts: Part[] = [];
    const add = async (name: string) => {
      const relay = keep(await startRelay());
      parts.push({ name, relay });
      return relay;
    };
    for (const { name, variable, database } of databases) {
      const relay = await add(name);
      relay.leadTo(postgres.url);
      env[variable] = through(relay, databaseUrl(postgres, database));
    }
    const services = stack === 'micro' ? SERVICES : [];
    for (const name of services) env[`${name.toUpperCase()}_URL`] = (await add(name)).url;
    const variant: Variant = keep(await startTwin(stack, postgres, signal, env));
    for (const name of services) parts.find((part) => part.name === name)!.relay.leadTo(variant.urls.get(name)!);
    if (stack === 'micro') return { origin: variant.target.origin, parts };
    // Nobody is between the monolith and its users, so the relay is.
    const front = await add('monolith');
    front.leadTo(variant.target.origin);
    return { origin: front.url, parts };
  });
  return { stack, ...started, stop };
}

function through(relay: Relay, url: string): string {
  const { hostname, port } = new URL(relay.url);
  return Object.assign(new URL(url), { hostname, port }).href;
}
