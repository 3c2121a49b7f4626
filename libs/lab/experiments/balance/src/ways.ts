import type { Balancing } from '@jobly/lab/system-under-test';

/** A balancing method, as an arm. */
export interface Way {
  name: string;
  balancing: Balancing;
}

export const ROUND_ROBIN: Way = { name: 'round robin', balancing: 'round-robin' };

const LEAST_CONNECTIONS: Way = { name: 'least connections', balancing: 'least-conn' };
const IP_HASH: Way = { name: 'IP hash', balancing: 'ip-hash' };
const RANDOM_TWO: Way = { name: 'random two', balancing: 'random-two' };

/** The methods of a quick run, too. */
export const usualWays: readonly Way[] = [ROUND_ROBIN, LEAST_CONNECTIONS, IP_HASH];

/** Every method in docker/nginx/balancing, the base of the comparisons first. */
export const ways: readonly Way[] = [...usualWays, RANDOM_TWO];
