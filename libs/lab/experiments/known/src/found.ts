import {
  asSentence,
  cellOf,
  cpuPerThousand,
  type Figures,
  type Finding,
  type FindingRow,
  findingsOf,
  type Gate,
  responseP50,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import { type Slowdown, slowdowns } from './slowdowns';
import { truthOf } from './truth';

/** A slowdown, and what the run found of it. */
interface Found {
  slowdown: Slowdown;
  /** What it adds to a request, in the unit of the metric. */
  truth: number;
  finding: Finding;
  row: FindingRow;
  verdict: 'found' | 'of the wrong size' | 'not found';
}

/**
 * An interval at 95 % misses the truth in one of twenty cases, and there are five differences. One that is half as wide
 * again misses it in one of seventy cases with five launches, and in one of forty with three.
 */
const ALLOWANCE = 1.5;

/** Requests that wait for a slower one before them wait longer, too: the median grows by up to so many times the wait. */
const QUEUEING = 1.3;

/** Every slowdown by the metric that shows it: CPU time what computes, the median what waits. */
function foundIn(figures: Figures): Found[] {
  const findings = findingsOf([figures]);
  return slowdowns.flatMap((slowdown): Found[] => {
    const computes = slowdown.computeMs !== undefined;
    const metric = computes ? cpuPerThousand.name : responseP50.name;
    const finding = findings.find((one) => one.other === slowdown.name && one.metric === metric);
    const [row] = finding?.rows ?? [];
    const ms = truthOf(figures, slowdown.name);
    if (!finding || !row || ms === undefined) return [];
    // CPU ms per 1,000 requests are µs per request.
    const truth = computes ? 1_000 * ms : ms;
    return [{ slowdown, truth, finding, row, verdict: verdictOn(row, truth, computes ? 1 : QUEUEING) }];
  });
}

function verdictOn({ interval: { estimate, low, high } }: FindingRow, truth: number, growth: number): Found['verdict'] {
  if (low <= 0) return 'not found';
  const reach = ((high - low) / 2) * ALLOWANCE;
  return estimate + reach >= truth && estimate - reach <= truth * growth ? 'found' : 'of the wrong size';
}

/** Whether every known difference was found: if not, no figure of this machine can be trusted to that size. */
export const foundGates = (figures: Figures): Gate[] => {
  const found = foundIn(figures);
  const missed = found.filter(({ verdict }) => verdict !== 'found');
  const figure = missed.length === 0 ? `${found.length} found` : missed.map(missedInWords).join(', ');
  const passed = found.length === slowdowns.length && missed.length === 0;
  return [{ name: 'known differences', figure, limit: `all ${slowdowns.length} found, in the right size`, passed }];
};

const missedInWords = ({ slowdown, verdict }: Found) => `${slowdown.name} ${verdict}`;

/** The known differences beside the found ones. */
export const foundTable = (figures: Figures): Table => ({
  name: 'known',
  title: 'Differences of known size',
  note: 'Computing shows in CPU time, in ms per 1,000 requests, which are µs per request; waiting shows in the median. A thread that waits is woken a little late, so what a slowdown takes is measured, too.',
  head: ['slowdown', 'really', 'found', ''],
  rows: foundIn(figures).map(({ slowdown, truth, finding, row, verdict }) => [
    slowdown.name,
    { value: truth, unit: finding.unit },
    cellOf(finding, row),
    verdict,
  ]),
});

/** "All 5 known differences were found, from 50 µs of CPU time and 0.26 ms of waiting on." */
export function inWords(figures: Figures): string | undefined {
  const found = foundIn(figures);
  if (found.length === 0) return undefined;
  const missed = found.filter(({ verdict }) => verdict !== 'found');
  if (missed.length > 0) {
    return asSentence(
      `${found.length - missed.length} of ${found.length} known differences were found: ${missed.map(missedInWords).join(', ')}`,
    );
  }
  const [cpu, wait] = [true, false].map((computes) =>
    Math.min(
      ...found.filter(({ slowdown }) => (slowdown.computeMs !== undefined) === computes).map(({ truth }) => truth),
    ),
  );
  return `All ${found.length} known differences were found, from ${threeDigits(cpu!)} µs of CPU time and ${threeDigits(wait!)} ms of waiting on.`;
}
