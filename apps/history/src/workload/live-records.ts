import type { Random } from '../random';

export type Kind = 'company' | 'job' | 'user' | 'application';

/** A record that clients work on. */
export interface LiveRecord {
  kind: Kind;
  /** As it stands in the history. */
  record: string;
  /** The handle, title or username. */
  key: string;
  path: string;
  /** The records with whose deletion it goes. */
  parents: string[];
}

/** Few, so that clients meet at the same ones. */
const MOST: Record<Kind, number> = { company: 3, job: 4, user: 2, application: 4 };

/** A record's history stays short, since checking it takes long if many of its operations have an unknown end. */
const MOST_USES = 15;

/** The records that all clients share. */
export function liveRecords(random: Random) {
  const live = new Map<string, LiveRecord & { uses: number }>();

  /** Takes it from the clients, and its children with it: what happens to them from now on is the cascade's business. */
  function retire(record: string): void {
    for (const one of live.values()) {
      if (one.record === record || one.parents.includes(record)) live.delete(one.record);
    }
  }

  const of = (kind: Kind) => [...live.values()].filter((one) => one.kind === kind);

  return {
    retire,
    add: (one: LiveRecord) => void live.set(one.record, { ...one, uses: 0 }),
    has: (record: string) => live.has(record),
    isFull: (kind: Kind) => of(kind).length >= MOST[kind],
    childrenOf: (record: string): LiveRecord[] => [...live.values()].filter(({ parents }) => parents.includes(record)),
    /** One of this kind, if there is one; it is used up at some time. */
    pick(kind: Kind): LiveRecord | undefined {
      const all = of(kind);
      if (all.length === 0) return undefined;
      const one = random.pick(all);
      one.uses += 1;
      if (one.uses > MOST_USES) live.delete(one.record);
      return one;
    },
  };
}

export type LiveRecords = ReturnType<typeof liveRecords>;
