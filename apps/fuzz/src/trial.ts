import type { Hostile } from './generate/requests';
import type { Exchange, Outcome } from './http/exchange';
import { comparable } from './judge/alike';
import { permitted } from './judge/permitted';
import { breaches } from './judge/rules';
import type { Side } from './side';

/** Both answers to one request, and all that is wrong with them. */
export interface Trial {
  request: Hostile;
  answers: { monolith: Exchange; micro: Exchange };
  faults: string[];
}

interface Contestants {
  monolith: Side;
  micro: Side;
  settle: () => Promise<boolean>;
}

export const DIFFERENCE = 'The stacks do not answer alike.';

/** An answer that takes longer is reported; on a busy machine that says nothing about the stacks. */
export const SLOW_MS = 1_000;

/** Sends one request to both stacks at once, and judges what they answer. */
export async function trialOf(request: Hostile, { monolith, micro, settle }: Contestants): Promise<Trial> {
  const { wire } = request;
  const [left, right] = await Promise.all([monolith.send(wire), micro.send(wire)]);
  const faults = [
    ...faultsOf('monolith', request, left.outcome),
    ...faultsOf('micro', request, right.outcome),
    ...differences(request, { outcome: left.outcome, side: monolith }, { outcome: right.outcome, side: micro }),
  ];
  // The services hear of a deletion a moment later: until then they may answer otherwise.
  if (hasDeleted(request, right.outcome) && !(await settle())) faults.push('The services do not settle.');
  return { request, answers: { monolith: left, micro: right }, faults };
}

/** A connection that is closed without an answer is a fault unless what came over it was no HTTP. */
function faultsOf(stack: string, { operation, wire }: Hostile, outcome: Outcome): string[] {
  if ('answer' in outcome) return breaches(wire, outcome.answer).map((sentence) => `${stack}: ${sentence}`);
  const mayBeClosed = operation.endsWith('malformed') && outcome.trouble.startsWith('closed');
  return mayBeClosed ? [] : [`${stack}: There is ${outcome.trouble}.`];
}

interface Heard {
  outcome: Outcome;
  side: Side;
}

function differences({ wire }: Hostile, left: Heard, right: Heard): string[] {
  if (comparable(left.outcome, left.side.jobs) === comparable(right.outcome, right.side.jobs)) return [];
  if (permitted.some(({ allows }) => allows(wire, left.outcome, right.outcome))) return [];
  return [DIFFERENCE];
}

const hasDeleted = ({ wire }: Hostile, outcome: Outcome): boolean =>
  /^\s*DELETE /.test(wire) && 'answer' in outcome && outcome.answer.status < 300;
