import { allOrNone, type Together } from '@jobly/lab/instrument';
import { createDatabases, inBatches, SAME_TOKENS, startVariant, type Variant } from '@jobly/lab/system-under-test';
import { copiesVerified } from './verified-copies';
import type { Way } from './ways';

export interface RunningWay extends Variant {
  way: Way;
}

interface Differently {
  /** Precedes the names of the databases, so that the same ways can run twice on a server. */
  databases: string;
  /** Further variables for all processes. */
  env?: Record<string, string>;
}

/** Starting takes CPU: more concurrent starts would only slow each other down. */
const AT_ONCE = 2;

/**
 * Starts a stack for each of these ways, with the same kind of tokens and the same seed. Each has databases of its own:
 * in a shared outbox, whichever stack is first would deliver another one's events, and pay for them. Copies have been
 * verified when it is there: until then, nobody reads them.
 */
export const startWays = (
  ways: readonly Way[],
  postgres: { url: string; pid: number },
  { databases: prefix, env = {} }: Differently,
  signal: AbortSignal,
): Promise<Together<RunningWay[]>> =>
  allOrNone((keep) =>
    inBatches(AT_ONCE, ways, async (way) => {
      const databases = databasesOf(way, prefix);
      await createDatabases(postgres, databases);
      const settings = { ...SAME_TOKENS, ...env, DATA_SHARING: way.sharing };
      const started = keep({ ...(await startVariant(way.topology, postgres, settings, signal, { databases })), way });
      if (way.sharing === 'replica') await copiesVerified(started.target, signal);
      return started;
    }),
  );

/** What precedes the usual names in those of a way's databases: "after_micro_replica_". */
export const databasesOf = ({ name }: Pick<Way, 'name'>, prefix: string): string =>
  `${prefix}${name.replaceAll(/\W+/g, '_')}_`;
