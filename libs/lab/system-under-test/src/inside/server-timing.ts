import { Failure } from '@jobly/lab/instrument';

/** The phases that a process distinguishes; any other name stands for a neighbour. */
const PHASES = ['downstream', 'db', 'auth', 'json'] as const;
export type Phase = (typeof PHASES)[number];

/** One process's account of a request, in ms. */
export interface ProcessTime {
  name: string;
  total: number;
  /** Parts of the total that do not overlap; the rest of it is the process's own. */
  phases: Record<Phase, number>;
  /** The accounts of its neighbours. A neighbour that was asked several times has one account, with the sums. */
  neighbours: ProcessTime[];
}

/**
 * Reads the Server-Timing header of one of Jobly's processes, in which names are paths:
 * `gateway;dur=4.1, gateway.downstream;dur=3.2, gateway.jobs;dur=2.9, gateway.jobs.db;dur=0.5`.
 * @throws Failure for anything else
 */
export function parseServerTiming(header: string): ProcessTime {
  const outside = account('');
  for (const entry of header.split(/\s*,\s*/)) {
    const [, path, ms] = /^([\w-]+(?:\.[\w-]+)*);dur=(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
    if (path === undefined) throw new Failure(`This is no entry of Jobly's in a Server-Timing header: "${entry}".`);
    const names = path.split('.');
    const last = names.at(-1)!;
    if (isPhase(last)) at(outside, names.slice(0, -1)).phases[last] += Number(ms);
    else at(outside, names).total += Number(ms);
  }
  const [process, ...others] = outside.neighbours;
  if (!process || others.length > 0) throw new Failure(`This Server-Timing header is not of one process: "${header}".`);
  return process;
}

const account = (name: string): ProcessTime => ({
  name,
  total: 0,
  phases: { downstream: 0, db: 0, auth: 0, json: 0 },
  neighbours: [],
});

/** The account at a path below this one, created if missing. */
function at(from: ProcessTime, path: string[]): ProcessTime {
  const [name, ...further] = path;
  if (name === undefined) return from;
  let next = from.neighbours.find((neighbour) => neighbour.name === name);
  if (!next) from.neighbours.push((next = account(name)));
  return at(next, further);
}

const isPhase = (name: string): name is Phase => (PHASES as readonly string[]).includes(name);
