import type { Supply } from './supply';
import type { ReplicaProcess } from './replica-process';

/** The replicas of one process of a stack, as many as are wanted. */
export interface Deployment {
  /** How many there shall be. */
  wanted(): number;
  /** Those that are ready and listed. */
  ready(): readonly ReplicaProcess[];
  /** Starts some more, or lets the newest end. */
  scale(to: number): void;
  /** Resolves when as many are ready as are wanted. */
  settled(): Promise<void>;
  /** Every change of the number of ready replicas so far, on the clock of `performance.now()`. */
  supply: readonly Supply[];
  /** The CPU time of all replicas so far, of those that have ended, too (ms). */
  cpuMs(): number;
  /** How many ended otherwise than asked to. */
  cut(): number;
  /**
   * Ends all.
   * @throws the reason if one could not start
   */
  stop(): Promise<void>;
}

interface Member {
  launched: Promise<ReplicaProcess>;
  /** Resolves when it is ready and listed, or is to end. */
  started: Promise<void>;
  /** Set as long as it is ready and listed. */
  listed?: ReplicaProcess;
  /** Set when it is to end; resolves when it has. */
  ended?: Promise<void>;
}

/**
 * @param start starts one replica
 * @param list tells everybody who asks them which replicas there are; called with each change of those that are ready
 */
export function createDeployment(
  start: () => Promise<ReplicaProcess>,
  list: (ready: readonly ReplicaProcess[]) => void,
): Deployment {
  const everybody: Member[] = [];
  const all: ReplicaProcess[] = [];
  const supply: Supply[] = [];
  let cut = 0;

  const staying = () => everybody.filter(({ ended }) => !ended);
  const ready = () => staying().flatMap(({ listed }) => listed ?? []);
  const publish = () => {
    list(ready());
    supply.push({ atMs: performance.now(), replicas: ready().length });
  };

  function add(): void {
    const launched = start();
    const becomes = async (member: Member) => {
      const replica = await launched;
      all.push(replica);
      await replica.ready;
      if (member.ended) return;
      member.listed = replica;
      publish();
    };
    const member: Member = { launched, started: Promise.resolve() };
    member.started = becomes(member);
    // It is awaited when somebody wants to know.
    member.started.catch(() => {});
    everybody.push(member);
  }

  /** It may still be starting. */
  function end(member: Member): void {
    const wasListed = member.listed !== undefined;
    const ending = async () => {
      const replica = await member.launched.catch(() => undefined);
      const code = await replica?.end();
      if (wasListed && code !== 0) cut += 1;
    };
    member.ended = ending();
  }

  return {
    wanted: () => staying().length,
    ready,
    scale(to) {
      while (staying().length < to) add();
      const leaving = staying().slice(to);
      leaving.forEach(end);
      if (leaving.some(({ listed }) => listed)) publish();
    },
    async settled() {
      await Promise.all(staying().map(({ started }) => started));
    },
    supply,
    cpuMs: () => all.reduce((sum, replica) => sum + replica.cpuMs(), 0),
    cut: () => cut,
    async stop() {
      staying().forEach(end);
      await Promise.all(everybody.map(async ({ ended }) => ended));
      await Promise.all(everybody.map(({ started }) => started));
    },
  };
}
