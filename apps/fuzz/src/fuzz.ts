import fc from 'fast-check';
import { type Hostile, hostileRequests } from './generate/requests';
import { type Side, sideAt } from './side';
import type { Stacks } from './stacks';
import { DIFFERENCE, SLOW_MS, type Trial, trialOf } from './trial';

/** After so many different failures it is clear that something is wrong. */
const MOST_FAILURES = 10;

/** Requests that are tried to find a smaller one that fails. */
const MOST_SHRINKS = 150;

export interface Failure extends Trial {
  /** The number of requests that failed in this way before they were made smaller; one of them is told. */
  times: number;
}

export interface Findings {
  requests: number;
  /** How often each status was answered, by the monolith. */
  statuses: Record<string, number>;
  slow: { stack: 'monolith' | 'micro'; ms: number; request: Hostile }[];
  failures: Failure[];
  sides: { monolith: Side; micro: Side };
}

export interface Fuzzing {
  seed: number;
  requests: number;
  signal: AbortSignal;
  /** Called after every request. */
  onTrial: (done: number) => void;
  /** Called when a failure has been made as small as it gets. */
  onFailure: (failure: Trial, sides: Findings['sides']) => void;
}

/**
 * Sends hostile requests, one after the other, the same to both stacks. Requests that make a failure smaller come on
 * top of `requests`. The same seed gives the same requests, as long as none fails.
 * @throws the signal's reason, or a StartError if a process ends.
 */
export async function fuzz(stacks: Stacks, { seed, requests, signal, onTrial, onFailure }: Fuzzing): Promise<Findings> {
  const sides = { monolith: await sideAt(stacks.monolith), micro: await sideAt(stacks.micro) };
  const contestants = { ...sides, settle: stacks.settle };
  const findings: Findings = { requests: 0, statuses: {}, slow: [], failures: [], sides };
  const known = new Map<string, Failure>();
  const hostile = fc.limitShrink(hostileRequests(), MOST_SHRINKS);

  for (let round = 0; findings.requests < requests && known.size < MOST_FAILURES; round += 1) {
    const hunt: { smallest?: Trial; trouble?: Error } = {};
    /** Whether a request is no news: it passes, fails as others have, or is not the failure that is being shrunk. */
    const isNoNews = async (request: Hostile) => {
      signal.throwIfAborted();
      const trial = await Promise.race([trialOf(request, contestants), stacks.died]);
      if (!hunt.smallest) onTrial(count(findings, trial));
      if (trial.faults.length === 0) return true;
      if (hunt.smallest && kindOf(hunt.smallest) !== kindOf(trial)) return true;
      const before = known.get(kindOf(trial));
      if (before) before.times += 1;
      else hunt.smallest = trial;
      return before !== undefined;
    };
    const property = fc.asyncProperty(hostile, (request) =>
      isNoNews(request).catch((error: unknown) => {
        hunt.trouble ??= error as Error;
        return false;
      }),
    );
    await fc.check(property, { seed: seed + round, numRuns: requests - findings.requests });
    if (hunt.trouble) throw hunt.trouble;
    if (!hunt.smallest) continue;
    known.set(kindOf(hunt.smallest), { ...hunt.smallest, times: 1 });
    onFailure(hunt.smallest, sides);
  }
  return { ...findings, failures: [...known.values()] };
}

/** Failures of the same kind probably have one cause: what both stacks do wrong is wrong for all operations. */
function kindOf({ request, answers, faults }: Trial): string {
  const statuses = [answers.monolith, answers.micro].map(({ outcome }) =>
    'answer' in outcome ? outcome.answer.status : outcome.trouble,
  );
  return JSON.stringify([faults.includes(DIFFERENCE) ? request.operation : '', statuses, faults]);
}

function count(findings: Findings, { request, answers }: Trial): number {
  for (const stack of ['monolith', 'micro'] as const) {
    const { ms } = answers[stack];
    if (ms > SLOW_MS) findings.slow.push({ stack, ms: Math.round(ms), request });
  }
  const { outcome } = answers.monolith;
  const status = 'answer' in outcome ? String(outcome.answer.status) : 'none';
  findings.statuses[status] = (findings.statuses[status] ?? 0) + 1;
  return (findings.requests += 1);
}
