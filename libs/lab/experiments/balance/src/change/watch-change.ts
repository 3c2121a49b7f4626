import { type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import { startNginx } from '@jobly/lab/system-under-test';
import { addressOf, type Fleet, type NamedReplica, startReplica, startReplicas, stopReplicas } from '../replicas';
import { prepareTraffic } from './prepared-traffic';

/** The events while a replica died and another was added. Times in ms from the beginning. */
export interface Change {
  observed: Observed[];
  /** The replicas that nginx asked, by request id: by title and in order. */
  asked: ReadonlyMap<string, readonly string[]>;
  /** Titles in order of appearance: the first died, the last was added. */
  replicas: string[];
  killedMs: number;
  /** When the new replica was started, and when it was ready. */
  startedMs: number;
  readyMs: number;
  durationMs: number;
}

/** The schedule, in ms. New processes are slow, so they warm up in the lead-in, which is not recorded. */
const COURSE = {
  full: { leadInMs: 2_000, killedMs: 3_000, startedMs: 6_000, durationMs: 15_000 },
  quick: { leadInMs: 1_000, killedMs: 1_500, startedMs: 3_000, durationMs: 8_000 },
};

/**
 * Reads and writes through nginx from three replicas. One of them is killed; some seconds later another is started. As
 * in containers, where names are looked up, nginx lists a replica from its start to its death.
 */
export async function watchChange(scene: MeasuredScene, fleet: Fleet): Promise<Change> {
  const { stacks, sessions, run, seed, quick, signal } = scene;
  const replicas = await startReplicas(stacks, fleet, [undefined, undefined, undefined]);
  const [dying, ...staying] = replicas;
  const nginx = await startNginx(run.nginx!, { replicas: replicas.map(addressOf), accessLog: true }, signal);
  const label = `${run.id}-${fleet.stack}`;
  const { origin } = stacks[fleet.stack];
  const order = { origin, session: sessions.at(origin), random: seededRandom(seed), label: `${run.id}-c` };
  const { leadInMs, killedMs, startedMs, durationMs } = COURSE[quick ? 'quick' : 'full'];

  const kill = () => {
    dying!.kill('SIGKILL');
    nginx.setReplicas(staying.map(addressOf));
  };
  const add = async () => {
    const began = performance.now();
    const replica = await startReplica(stacks, fleet, replicas.length + 1);
    replicas.push(replica);
    nginx.setReplicas([...staying, replica].map(addressOf));
    await replica.ready;
    return startedMs + performance.now() - began;
  };

  try {
    const { planned, clear } = await prepareTraffic(order, { leadInMs, durationMs });
    const added = Promise.withResolvers<number>();
    // It is awaited later, when everything has been answered.
    added.promise.catch(() => {});
    const events = [
      { dueMs: killedMs, act: kill },
      { dueMs: startedMs, act: () => added.resolve(add()) },
    ];
    const observed = await sendAll(nginx.origin, planned, events, { label, signal });
    const readyMs = await added.promise;
    await nginx.logged();
    await clear();
    return {
      observed: observed.filter(({ dueMs }) => dueMs >= 0),
      asked: askedIn(nginx.log, replicas),
      replicas: replicas.map(({ title }) => title),
      killedMs,
      startedMs,
      readyMs,
      durationMs,
    };
  } finally {
    await nginx.stop();
    await stopReplicas(replicas);
  }
}

function askedIn(
  log: readonly { requestId: string; replicas: string[] }[],
  replicas: readonly NamedReplica[],
): Change['asked'] {
  const titles = new Map(replicas.map((replica) => [addressOf(replica), replica.title]));
  return new Map(log.map((line) => [line.requestId, line.replicas.map((address) => titles.get(address) ?? address)]));
}
