import { Failure } from '@jobly/lab/instrument';
import type { Called, Served, Statement } from '../recorder/entry';
import type { Notes } from './notes';
import { operationOf } from './operation-of';

/** A request, as the process saw it that answered it, and what it did for that. */
export interface Answered {
  readonly process: string;
  readonly operation: string;
  readonly statements: readonly Pick<Statement, 'database' | 'begin' | 'end' | 'bytes'>[];
  readonly calls: readonly Call[];
  /** How many tokens it checked. */
  readonly tokens: number;
  /** The lengths of all bodies that it sent or received, and of all texts that it wrote or read as JSON. */
  readonly bodies: readonly number[];
  readonly texts: readonly number[];
}

/** A request of one process to another, with what the other did for it. */
export interface Call extends Pick<Called, 'begin' | 'end' | 'bytes'> {
  readonly from: string;
  readonly answered: Answered;
}

/** What a process did for a request that it answered. */
export function answeredBy(at: Notes, served: Served, all: readonly Notes[]): Answered {
  const caused = at.entries.filter((entry) => 'by' in entry && entry.by === served.id);
  const called = caused.filter((entry) => entry.kind === 'called');
  return {
    process: at.process,
    operation: operationOf(served),
    statements: caused.filter((entry) => entry.kind === 'statement'),
    calls: called.map((call) => callIn(at, call, all)),
    tokens: caused.filter(({ kind }) => kind === 'token').length,
    bodies: [served, ...called].flatMap(({ bodies }) => bodies),
    texts: caused.flatMap((entry) => (entry.kind === 'text' ? [entry.bytes] : [])),
  };
}

/**
 * A call with what it caused. Both ends of a connection have noted its ports, and it carries one request at a time, so
 * the two belong together without a mark in the message, which would make it longer.
 *
 * @throws Failure if the other process has noted nothing
 */
export function callIn({ process: from }: Notes, call: Called, all: readonly Notes[]): Call {
  const { begin, end, bytes } = call;
  const callee = calleeOf(call, all);
  const served = callee?.entries.find(
    (entry): entry is Served =>
      entry.kind === 'served' && entry.callerPort === call.callerPort && begin <= entry.begin && entry.begin <= end,
  );
  if (!callee || !served) throw new Failure(`Nobody has noted that ${from} called ${call.method} ${call.path}.`);
  return { from, begin, end, bytes, answered: answeredBy(callee, served, all) };
}

/** The process that listens where a call went. */
export const calleeOf = ({ port }: Called, all: readonly Notes[]): Notes | undefined =>
  all.find((notes) => notes.port === port);
