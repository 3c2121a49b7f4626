import { Failure, type LoadRequest, type Random } from '@jobly/lab/instrument';
import { exchange, type Session, type Workload } from '@jobly/lab/system-under-test';
import type { Server } from '../people/server';
import { endOfLog, type Executed, executedSince } from './log';

/** Who asks, and where. */
export interface Asker {
  origin: string;
  session: Session;
  random: Random;
  /** A connection from which the server's log is read. */
  server: Server;
  /** Begins the names of the records of a few requests: another one each time. */
  nextLabel: () => string;
}

/** How one request was answered, and what it had PostgreSQL do. */
interface Recorded {
  status: number;
  isRefused: boolean;
  executed: Executed[];
}

/** Requests an operation a few times, one at a time, and records the statements of each. */
export async function record(asker: Asker, workload: Workload, count: number): Promise<Recorded[]> {
  const { origin, session, random, nextLabel } = asker;
  const { requests, clear } = await workload.prepare({ origin, session, count, random, label: nextLabel() });
  const recorded: Recorded[] = [];
  for (const request of requests) recorded.push(await recordOne(asker, request));
  await clear?.();
  return recorded;
}

async function recordOne({ origin, server }: Asker, request: LoadRequest): Promise<Recorded> {
  const from = await endOfLog(server);
  const { expect, ...question } = request;
  const { status } = await exchange(origin, question);
  return { status, isRefused: status !== expect, executed: await executedSince(server, from) };
}

/** The same of an operation that nothing has been taken from. */
export async function recordAll(asker: Asker, workload: Workload, count: number): Promise<Executed[][]> {
  return (await record(asker, workload, count)).map(({ status, isRefused, executed }) => {
    if (!isRefused) return executed;
    throw new Failure(`${asker.origin} answers ${status} to ${workload.operation} over big tables with all indexes.`);
  });
}

/** The time of the statements of one request (ms); what foreign keys do is part of the statement that has them do it. */
export const timeOf = (executed: readonly Executed[]): number =>
  executed.filter(({ isNested }) => !isNested).reduce((sum, { ms }) => sum + ms, 0);
