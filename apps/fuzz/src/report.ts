import { writeFile } from 'node:fs/promises';
import { StartError } from '@jobly/contracts';
import pc from 'picocolors';
import type { Findings } from './fuzz';
import type { Exchange } from './http/exchange';
import { paste } from './judge/paste';
import type { Side } from './side';
import { SLOW_MS, type Trial } from './trial';

const LONGEST_ANSWER = 600;
const SLOWEST_SHOWN = 3;

type Sides = Findings['sides'];

/** A failure: what is wrong, a request to paste, and both answers. */
export function describeFailure({ request, answers, faults }: Trial, sides: Sides): string {
  return [
    pc.red(`✗ ${request.operation}: ${faults.join(' ')}`),
    `  ${commandsOf(request.wire, sides).join('\n  ')}`,
    ...(['monolith', 'micro'] as const).map((stack) => `  ${pc.bold(stack)}: ${answered(answers[stack])}`),
  ].join('\n');
}

/** One for both stacks, or one for each if they know a job by different ids. */
function commandsOf(wire: string, sides: Sides): string[] {
  const of = (side: Side) => paste(side.shown(wire));
  return [...new Set([of(sides.monolith), of(sides.micro)])];
}

function answered({ outcome }: Exchange): string {
  if ('trouble' in outcome) return outcome.trouble;
  const { status, body } = outcome.answer;
  return `${status} ${body.length > LONGEST_ANSWER ? `${body.slice(0, LONGEST_ANSWER)}…` : body}`;
}

/** The result in a few lines. */
export function summarize({ requests, statuses, slow, failures, sides }: Findings, seed: number): string {
  const counted = Object.entries(statuses).map(([status, times]) => `${status} × ${times}`);
  const lines = [`${requests} requests to each stack (seed ${seed}); answers of the monolith: ${counted.join(', ')}`];
  if (slow.length > 0) {
    lines.push(`${slow.length} answers took more than ${SLOW_MS / 1_000} s, which counts on a quiet machine only:`);
    const slowest = slow.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST_SHOWN);
    for (const { stack, ms, request } of slowest)
      lines.push(`  ${stack}, ${ms} ms: ${commandsOf(request.wire, sides)[0]}`);
  }
  if (failures.length === 0)
    return [...lines, pc.green('Both stacks answer alike, and as the contract wants it.')].join('\n');
  const times = failures.map(({ request, times }) => `${request.operation} (${times}×)`);
  return [...lines, pc.red(`${failures.length} failures: ${times.join(', ')}`)].join('\n');
}

/** `{"seed", "requests", "statuses", "slow": […], "failures": [{operation, faults, times, paste, answers}]}` */
export async function writeReport(file: string, findings: Findings, seed: number): Promise<void> {
  const { requests, statuses, slow, failures, sides } = findings;
  const report = {
    seed,
    requests,
    statuses,
    slow: slow.map(({ stack, ms, request }) => ({ stack, ms, paste: commandsOf(request.wire, sides) })),
    failures: failures.map(({ request, faults, times, answers }) => ({
      operation: request.operation,
      faults,
      times,
      paste: commandsOf(request.wire, sides),
      answers: { monolith: answers.monolith.outcome, micro: answers.micro.outcome },
    })),
  };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`).catch((error: unknown) => {
    throw new StartError(`Cannot write the findings: ${(error as Error).message}`);
  });
}
