import {
  type Block,
  dueTimes,
  type LoadRequest,
  OPEN_LOOP_CONNECTIONS,
  pick,
  type Random,
  seededRandom,
  seedOf,
} from '@jobly/lab/instrument';
import type { Prepared, Session } from '@jobly/lab/system-under-test';
import type { Arm } from '../experiment/arm';
import type { Task } from './plan';
import type { FixedLoad } from '../experiment/settings';

const TIMEOUT_MS = 10_000;

/** A closed loop cycles through a list of this many requests; requests that can be made only once end it. */
const CLOSED_LOOP_REQUESTS = 1_000;

/** One answer of so many is compared with the other arms'. */
const SAMPLED_EVERY = 8;

/** A task whose load is known. */
export interface ReadyTask extends Task {
  load: FixedLoad;
}

/** A block, and a way to remove the records made for it. */
export interface PreparedBlock extends Pick<Prepared, 'clear'> {
  block: Block;
}

/** Requests and their times follow from seed, workload and pair alone: they are the same at every arm. */
export async function blockOf(task: ReadyTask, session: Session, seed: number, run: string): Promise<PreparedBlock> {
  const { arm, pair, load, leadInMs, durationMs, label } = task;
  const { workload } = task.case;
  const random = seededRandom(seedOf(seed, workload.name, pair));
  const { origin } = arm;
  const prepared = async (count: number): Promise<Prepared> => {
    const made = await workload.prepare({ origin, session, count, random, label: `${run}-${label}` });
    return { ...made, requests: made.requests.map((request) => asSentTo(arm, request, random)) };
  };
  const sample = { every: SAMPLED_EVERY, first: seedOf(seed, 'sample', workload.name, pair) % SAMPLED_EVERY };
  const base = { origin, timeoutMs: TIMEOUT_MS, sample };

  if (load.loop === 'closed') {
    const { requests, repeatable, clear } = await prepared(CLOSED_LOOP_REQUESTS);
    const closed = {
      loop: 'closed',
      connections: load.concurrency,
      leadInMs,
      durationMs,
      count: task.requests,
    } as const;
    return { block: { ...base, ...closed, requests, repeat: repeatable }, clear };
  }
  const due = dueTimes({ process: load.arrivals, rate: load.rate, durationMs, leadInMs }, random);
  const { requests, clear } = await prepared(due.length);
  const open = { loop: 'open', connections: OPEN_LOOP_CONNECTIONS, dueTimes: due } as const;
  return { block: { ...base, ...open, requests }, clear };
}

/** The request with what the arm has of its own: addresses to come from, and tokens. */
function asSentTo({ clients, bearer }: Arm, request: LoadRequest, random: Random): LoadRequest {
  const from = clients && pick(random, clients);
  const authorization = request.headers?.['authorization'];
  return {
    ...request,
    ...(from !== undefined && { from }),
    ...(bearer &&
      authorization !== undefined && {
        headers: { ...request.headers, authorization: `Bearer ${bearer(authorization.replace('Bearer ', ''))}` },
      }),
  };
}
