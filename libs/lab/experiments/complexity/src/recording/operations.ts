import { Failure } from '@jobly/lab/instrument';
import type { Called, Served } from '../recorder/entry';
import { type Answered, answeredBy, type Call, callIn } from './answered';
import type { Notes } from './notes';
import { operationOf } from './operation-of';
import { laterThan, withWaited } from './waited';

/** When requests to one operation were sent to a stack, and what its own metrics counted meanwhile. */
export interface Sent {
  /** Method and path. */
  readonly title: string;
  /** The key in the contracts. */
  readonly operation: string;
  /** The requests that count are the last ones. */
  readonly requests: number;
  readonly from: number;
  readonly to: number;
  /** Calls between processes for each of these requests, the delivery of events included. */
  readonly counted: number;
}

/** What a stack did for each of the requests to an operation. */
export interface OperationRecording {
  readonly title: string;
  readonly operation: string;
  /** With the events whose delivery they waited for. */
  readonly requests: readonly Answered[];
  /** The deliveries of all events. */
  readonly events: readonly Call[];
  /** Of these, the ones that no request waited for. */
  readonly later: readonly Call[];
}

/**
 * What was recorded of an operation.
 *
 * @param all the notes of a stack, the first those of its public origin
 * @throws Failure if the notes lack a request, or lack a call that a process has counted
 */
export function recordingOf(
  { title, operation, requests, from, to, counted }: Sent,
  all: readonly Notes[],
): OperationRecording {
  const isWithin = (begin: number, since = from) => since <= begin && begin <= to;
  const [first] = all;
  const served = (first?.entries ?? [])
    .filter((entry): entry is Served => entry.kind === 'served' && isWithin(entry.begin))
    .filter((entry) => operationOf(entry) === operation)
    .slice(-requests);
  if (!first || served.length < requests) {
    throw new Failure(`The recording has ${served.length} of ${requests} requests to ${title}.`);
  }
  const asked = served.map((one) => answeredBy(first, one, all));
  const events = deliveredIn(all, (begin) => isWithin(begin, served[0]?.begin));
  const answered = asked.map((one) => withWaited(one, events));
  const recording = { title, operation, requests: answered, events, later: laterThan(answered, events) };
  assertComplete(recording, counted * requests);
  return recording;
}

/** The calls that no request has made by itself. */
const deliveredIn = (all: readonly Notes[], isMeant: (begin: number) => boolean): Call[] =>
  all.flatMap((notes) =>
    notes.entries
      .filter((entry): entry is Called => entry.kind === 'called' && entry.by === null && isMeant(entry.begin))
      .map((call) => callIn(notes, call, all)),
  );

const callsBelow = ({ calls }: Pick<Answered, 'calls'>): number =>
  calls.reduce((sum, { answered }) => sum + 1 + callsBelow(answered), 0);

/** Two instruments have to agree: the notes, and the metrics of the processes. */
function assertComplete({ title, requests, later }: OperationRecording, counted: number): void {
  const recorded = [...requests, { calls: later }].reduce((sum, one) => sum + callsBelow(one), 0);
  if (recorded === Math.round(counted)) return;
  throw new Failure(`${recorded} calls were recorded for ${title}, but the processes have counted ${counted}.`);
}
