import { allOrNone, type Together } from '@jobly/lab/instrument';
import { inBatches, startVariant, type Variant } from '@jobly/lab/system-under-test';
import type { Way } from './ways';

export interface RunningWay extends Variant {
  way: Way;
}

/** Starting takes CPU: more concurrent starts would only slow each other down. */
const AT_ONCE = 2;

/** Starts one more stack for each of these ways, with the same kind of tokens. */
export const startWays = (
  ways: readonly Way[],
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Together<RunningWay[]>> =>
  allOrNone((keep) =>
    inBatches(AT_ONCE, ways, async (way) => {
      const settings = { AUTH_MODE: 'jwks', ...env, DATA_SHARING: way.sharing };
      return keep({ ...(await startVariant(way.topology, postgres, settings, signal)), way });
    }),
  );
