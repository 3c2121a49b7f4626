import { setTimeout as delay } from 'node:timers/promises';
import { allOrNone, type Relay, startRelay, type Together } from '@jobly/lab/instrument';
import { replay, type Replayed, type Variant } from '@jobly/lab/system-under-test';
import type { Deployment } from './deployment';
import { startStage } from './stages';
import type { Staging } from './staging';
import { type Stage, stageOf } from './steps';

/** Processes of a topology in every stage of a deployment, of which any may answer for a deployable. */
export interface Fleet {
  /** The answers to the script where these steps are done, for as long as they are asked for. */
  answersIn(done: ReadonlySet<string>): AsyncGenerator<Replayed, void, void>;
}

/** The name of the records of the script: the same everywhere, because answers contain it. */
const NAME = 'change';

/** The time in which processes notice that their connections have ended (ms). */
const NOTICED_MS = 50;

/**
 * Starts a fleet. Every process is there once for each stage, over a database of its own, and finds the others through
 * relays, so that no process is started twice to try another combination.
 *
 * @throws StartError if a process does not start
 */
export const startFleet = (deployment: Deployment, staging: Staging): Promise<Together<Fleet>> =>
  allOrNone(async (keep) => {
    const { deployables, changed } = deployment;
    const relays = new Map<string, Relay>();
    for (const { name } of deployables) {
      relays.set(name, keep(await startRelay()));
    }
    const services = new Map(Array.from(relays, ([name, { url }]) => [name, url]));
    const stages = new Map<Stage, Variant>();
    const lead = (stageAt: (name: string) => Stage) => {
      for (const [name, relay] of relays) relay.leadTo(stages.get(stageAt(name))!.urls.get(name)!);
    };
    for (const stage of stagesOf(deployment)) {
      stages.set(stage, keep(await startStage(stage, deployment, services, staging)));
      // New processes start while the old ones serve.
      if (stage === 'old') lead(() => 'old');
    }
    const { urls, target } = stages.get('old')!;
    const [front = ''] = [...urls].find(([, url]) => url === target.origin) ?? [];
    return {
      async *answersIn(done) {
        staging.signal.throwIfAborted();
        const stageAt = (name: string) => (changed.some((one) => one.name === name) ? stageOf(name, done) : 'old');
        lead(stageAt);
        await delay(NOTICED_MS);
        yield* replay(stages.get(stageAt(front))!.target.origin, { admin: staging.admin, name: NAME });
      },
    };
  });

const stagesOf = ({ changed }: Deployment): Stage[] => [
  'old',
  ...(changed.some(({ migrates }) => migrates) ? (['migrated'] as const) : []),
  ...(changed.length > 0 ? (['new'] as const) : []),
];
