import { type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import { startNginx } from '@jobly/lab/system-under-test';
import { addressOf, type Fleet, type NamedReplica, startReplica, startReplicas, stopReplicas } from '../replicas';
import { prepareTraffic } from './prepared-traffic';
import { turnsOf } from './turns';

/** The events while a replica died and another was added. Times in ms from the beginning of this change. */
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

/** New processes are slow, so they warm up in the lead-in, which is not recorded. */
const LEAD_IN_MS = { full: 2_000, quick: 1_000 };

/**
 * Reads and writes through nginx from three replicas. One of them is killed and another started, again and again. As in
 * containers, where names are looked up, nginx lists a replica from its start to its death.
 *
 * @returns one change for every death, in their order
 */
export async function watchChanges(scene: MeasuredScene, fleet: Fleet): Promise<Change[]> {
  const { stacks, sessions, run, seed, quick, signal } = scene;
  const replicas = await startReplicas(stacks, fleet, [undefined, undefined, undefined]);
  const nginx = await startNginx(run.nginx!, { replicas: replicas.map(addressOf), accessLog: true }, signal);
  const { origin } = stacks[fleet.stack];
  const order = { origin, session: sessions.at(origin), random: seededRandom(seed), label: `${run.id}-c` };
  const turns = turnsOf(quick);
  const leadInMs = LEAD_IN_MS[quick ? 'quick' : 'full'];

  /** Those that nginx lists after so many deaths and so many additions. */
  const listed = (deaths: number, added: number) => replicas.slice(deaths, 3 + added);
  const kill = (turn: number) => {
    replicas[turn]!.kill('SIGKILL');
    nginx.setReplicas(listed(turn + 1, turn).map(addressOf));
  };
  const add = async (turn: number) => {
    const began = performance.now();
    const replica = await startReplica(stacks, fleet, replicas.length + 1);
    replicas.push(replica);
    nginx.setReplicas(listed(turn + 1, turn + 1).map(addressOf));
    await replica.ready;
    return performance.now() - began;
  };

  try {
    const durationMs = turns.reduce((sum, turn) => sum + turn.durationMs, 0);
    const { planned, clear } = await prepareTraffic(order, { leadInMs, durationMs });
    const additions = turns.map(() => Promise.withResolvers<number>());
    // They are awaited later, when everything has been answered.
    for (const { promise } of additions) promise.catch(() => {});
    const events = turns.flatMap(({ beginMs, killedMs, startedMs }, turn) => [
      { dueMs: beginMs + killedMs, act: () => kill(turn) },
      { dueMs: beginMs + startedMs, act: () => additions[turn]!.resolve(add(turn)) },
    ]);
    const observed = await sendAll(nginx.origin, planned, events, { label: `${run.id}-${fleet.stack}`, signal });
    const readyAfterMs = await Promise.all(additions.map(({ promise }) => promise));
    await nginx.logged();
    await clear();
    const asked = askedIn(nginx.log, replicas);
    return turns.map(({ beginMs, ...turn }, index) => ({
      ...turn,
      observed: within(observed, beginMs, beginMs + turn.durationMs),
      asked,
      replicas: replicas.slice(index, index + 4).map(({ title }) => title),
      readyMs: turn.startedMs + readyAfterMs[index]!,
    }));
  } finally {
    await nginx.stop();
    await stopReplicas(replicas);
  }
}

/** The requests that were due in a period, with their times from its beginning. */
const within = (observed: readonly Observed[], fromMs: number, toMs: number): Observed[] =>
  observed
    .filter(({ dueMs }) => dueMs >= fromMs && dueMs < toMs)
    .map((one) => ({ ...one, dueMs: one.dueMs - fromMs, settledMs: one.settledMs - fromMs }));

function askedIn(
  log: readonly { requestId: string; replicas: string[] }[],
  replicas: readonly NamedReplica[],
): Change['asked'] {
  const titles = new Map(replicas.map((replica) => [addressOf(replica), replica.title]));
  return new Map(log.map((line) => [line.requestId, line.replicas.map((address) => titles.get(address) ?? address)]));
}
