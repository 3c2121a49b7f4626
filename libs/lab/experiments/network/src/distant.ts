import { allOrNone, type Link, type Links } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { databaseUrl, startTwin, type Target } from '@jobly/lab/system-under-test';
import type { Apart } from './distance';

export type StackName = 'monolith' | 'micro';

/** A stack whose processes reach each other and their databases over links. */
export interface Distant {
  stack: StackName;
  target: Target;
  /** The links that are as long as the distance when this is apart. */
  links: Record<Apart, readonly Link[]>;
}

const SERVICES = ['users', 'companies', 'jobs'] as const;

/** Starts a stack once more, with a link in front of every service and every database. */
export async function startDistant({ stacks, signal }: Scene, links: Links, stack: StackName) {
  const postgres = stacks.postgres!;
  const { started, stop } = await allOrNone(async (keep) => {
    const env: Record<string, string> = {};
    const toDatabases: Link[] = [];
    for (const { variable, database } of databasesOf(stack)) {
      const link = await links.open();
      await link.leadTo(postgres.url);
      toDatabases.push(link);
      env[variable] = over(link, databaseUrl(postgres, database));
    }
    const toServices = new Map<string, Link>();
    for (const name of stack === 'micro' ? SERVICES : []) {
      const link = await links.open();
      toServices.set(name, link);
      env[`${name.toUpperCase()}_URL`] = link.url;
    }
    const { target, urls, ...variant } = keep(await startTwin(stack, postgres, signal, env));
    for (const [name, link] of toServices) await link.leadTo(urls.get(name)!);
    const services = [...toServices.values()];
    return { ...variant, target, links: { services, everything: [...services, ...toDatabases] } };
  });
  const distant: Distant = { stack, target: started.target, links: started.links };
  return { ...distant, stop };
}

const databasesOf = (stack: StackName) =>
  stack === 'monolith'
    ? [{ variable: 'DATABASE_URL', database: 'jobly' }]
    : SERVICES.map((name) => ({ variable: `${name.toUpperCase()}_DATABASE_URL`, database: `jobly_${name}` }));

function over({ url: linkUrl }: Link, url: string): string {
  const { hostname, port } = new URL(linkUrl);
  return Object.assign(new URL(url), { hostname, port }).href;
}
