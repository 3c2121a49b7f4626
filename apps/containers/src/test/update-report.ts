import Table from 'cli-table3';
import pc from 'picocolors';
import { say } from '@jobly/deployment';
import type { Phase } from './phases';

/** How a stack got through its updates. */
export interface UpdateResult {
  stack: string;
  phases: Phase[];
  /** Whether both updates went through. */
  updated: boolean;
  /** Whether the update with the failing migration did not. */
  takenBack: boolean;
}

const failuresOf = ({ failures }: Phase) => Object.values(failures).reduce((sum, count) => sum + count, 0);

/** Whether the updates went as they should, and no request failed. */
export const isGood = ({ phases, updated, takenBack }: UpdateResult): boolean =>
  updated && takenBack && phases.every((phase) => failuresOf(phase) === 0);

/** A table on stderr, where progress goes; `--json` is for programs. */
export function report(result: UpdateResult): void {
  const table = new Table({
    head: [result.stack, 'requests', 'failed', 'seconds', 'slowest', 'load average'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const phase of result.phases) {
    const slowest = `${Math.round(phase.slowestMs)} ms`;
    const [took, load] = [phase.seconds.toFixed(1), phase.load.toFixed(1)];
    table.push([phase.what, phase.sent, failuresOf(phase), took, slowest, load]);
  }
  say(table.toString());
  const kinds = result.phases.flatMap(({ what, failures }) =>
    Object.entries(failures).map(([kind, count]) => `${count} × ${kind} (${what})`),
  );
  const verdict = isGood(result) ? `${pc.green('✓')} ${result.stack}: no request failed` : complaint(result, kinds);
  say(verdict);
}

function complaint({ stack, updated, takenBack }: UpdateResult, kinds: string[]): string {
  const problems = [
    ...(updated ? [] : ['an update did not go through']),
    ...(takenBack ? [] : ['the update whose migration fails went through']),
    ...kinds,
  ];
  return `${pc.red('✗')} ${stack}: ${problems.join('; ')}`;
}
