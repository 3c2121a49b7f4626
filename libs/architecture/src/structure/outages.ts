import type { Operation } from '../contracts/operations';
import type { Topology } from '../reading/system';

/** One process of a topology is down. */
export interface Outage {
  readonly down: string;
  /** The operations for clients that still reach a running owner, whatever that one needs of others. */
  readonly reachable: readonly Operation[];
}

/** What clients still reach while one process is down, for each process of a topology. */
export const outagesOf = ({ processes }: Topology): Outage[] =>
  processes.map((down) => {
    const running = processes.filter((process) => process !== down);
    const open = running.filter(({ isPublic }) => isPublic).flatMap(({ operations }) => operations);
    const hasOwner = ({ owner }: Operation) => running.some(({ modules }) => modules.includes(owner));
    return { down: down.name, reachable: open.filter(hasOwner) };
  });
