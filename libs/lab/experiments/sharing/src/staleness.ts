import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '@jobly/contracts';
import { seededRandom } from '@jobly/lab/instrument';
import { armAt, type MeasuredScene, openSessions } from '@jobly/lab/runner';
import { ask, makeCompanies } from '@jobly/lab/system-under-test';
import { OBSERVED_BOUNDS_MS } from './bounds';
import type { RunningWay } from './start-ways';
import type { Way } from './ways';

/** The number of changes for each way. */
const TRIALS = { quick: 10, full: 20 };

/** Events take milliseconds, which only frequent questions can tell apart. */
const ASKED_EVERY_MS = { atFirst: 5, later: 100 };

/** At most three trials are this young at the same time: together they ask far less than a stack can take. */
const AT_FIRST_MS = 500;

/** How long changes of a company were not seen in its jobs. */
export interface Lags {
  way: Way;
  /** In ms, ascending; Infinity for a change that was not seen within twice the bound, or twice a cache’s where it is 0. */
  lags: number[];
}

/**
 * Changes companies, each once, and asks for one of its jobs until the change is seen. All wait at the same time, and
 * hardly work. The changes come while the old answer is of every age up to what a cache believes, and those of one way
 * between those of the others.
 */
export async function lagsOf(scene: MeasuredScene, started: readonly RunningWay[]): Promise<Lags[]> {
  const trials = TRIALS[scene.quick ? 'quick' : 'full'];
  const prepared = [];
  for (const [index, { way, target }] of started.entries()) {
    const arm = armAt(target, way.name);
    const label = `${scene.run.id}l${index}`;
    const session = (await openSessions(scene.stacks, [arm], label)).at(arm.home);
    const order = { origin: arm.origin, session, label, random: seededRandom(1), count: trials };
    const handles = await makeCompanies(order, trials);
    prepared.push({ way, origin: arm.origin, token: session.admin.token, handles });
  }
  return Promise.all(
    prepared.map(async ({ way, origin, token, handles }, index): Promise<Lags> => {
      const longest = 2 * Math.max(OBSERVED_BOUNDS_MS[way.sharing], OBSERVED_BOUNDS_MS.cached);
      const lags = await Promise.all(
        handles.map((handle, trial) => {
          const age = (trial + index / started.length) / trials;
          const changing = { origin, handle, token, signal: scene.signal };
          return lagOf(changing, age * OBSERVED_BOUNDS_MS.cached, longest);
        }),
      );
      for (const handle of handles)
        await ask(origin, operations.deleteCompany, { path: `/companies/${handle}`, token });
      return { way, lags: lags.toSorted((one, other) => one - other) };
    }),
  );
}

interface Changing {
  origin: string;
  handle: string;
  /** An administrator's. */
  token: string;
  signal: AbortSignal;
}

/**
 * From the answer to the change until an answer first had the new value (ms); 0 if the first one had it, and Infinity if
 * none had it within `longest`.
 */
async function lagOf({ origin, handle, token, signal }: Changing, kept: number, longest: number): Promise<number> {
  const body = { title: handle, companyHandle: handle };
  const { job } = await ask(origin, operations.createJob, { token, body });
  const employees = async () =>
    (await ask(origin, operations.getJob, { path: `/jobs/${job.id}` })).job.company.numEmployees ?? 0;
  const before = await employees();
  await delay(kept, undefined, { signal });
  const change = { path: `/companies/${handle}`, token, body: { numEmployees: before + 1 } };
  await ask(origin, operations.updateCompany, change);
  const changed = performance.now();
  if ((await employees()) !== before) return 0;
  for (let lag = 0; lag < longest;) {
    await delay(lag < AT_FIRST_MS ? ASKED_EVERY_MS.atFirst : ASKED_EVERY_MS.later, undefined, { signal });
    const isSeen = (await employees()) !== before;
    lag = performance.now() - changed;
    if (isSeen) return lag;
  }
  return Infinity;
}
