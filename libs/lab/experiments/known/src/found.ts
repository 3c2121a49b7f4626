import {
  allowedReach,
  asSentence,
  cellOf,
  cpuPerThousand,
  type Figures,
  type Finding,
  type FindingRow,
  findingsOf,
  type Gate,
  repeatGate,
  serviceP50,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import { type Slowdown, slowdowns } from './slowdowns';
import { truthOf } from './truth';

/** A slowdown, and what the run found of it. */
interface Found {
  slowdown: Slowdown;
  /** What it adds to a request at least and at most, in the unit of the metric. */
  truth: { low: number; high: number };
  finding: Finding;
  row: FindingRow;
  verdict: 'found' | 'of the wrong size' | 'not found';
}

/** However wide its interval, an estimate that is off by more has not found the size. */
const FACTOR = 2;

/** Every slowdown by the metric that shows it: CPU time what computes, the median what waits. */
function foundIn(figures: Figures): Found[] {
  const findings = findingsOf([figures]);
  return slowdowns.flatMap((slowdown): Found[] => {
    const computes = slowdown.computeMs !== undefined;
    const metric = computes ? cpuPerThousand.name : serviceP50.name;
    const finding = findings.find((one) => one.other === slowdown.name && one.metric === metric);
    const [row] = finding?.rows ?? [];
    const actual = truthOf(figures, slowdown.name);
    if (!finding || !row || actual === undefined) return [];
    const nominal = (slowdown.computeMs ?? 0) + (slowdown.waitMs ?? 0);
    // CPU ms per 1,000 requests are µs per request.
    const scale = computes ? 1_000 : 1;
    const truth = { low: scale * nominal, high: scale * Math.max(nominal, actual) };
    return [{ slowdown, truth, finding, row, verdict: verdictOn(row, truth) }];
  });
}

function verdictOn({ interval }: FindingRow, truth: Found['truth']): Found['verdict'] {
  const { estimate, low } = interval;
  if (low <= 0) return 'not found';
  const reach = allowedReach(interval);
  const isNear = estimate + reach >= truth.low && estimate - reach <= truth.high;
  return isNear && estimate >= truth.low / FACTOR && estimate <= truth.high * FACTOR ? 'found' : 'of the wrong size';
}

/**
 * Whether every known difference was found that the run is long enough for: if not, no figure of this machine can be
 * trusted to that size.
 */
export const foundGates = (figures: Figures): Gate[] => {
  const wanted = slowdowns.filter(({ onlyFull }) => !(onlyFull && figures.settings.quick));
  const found = foundIn(figures).filter(({ slowdown }) => wanted.includes(slowdown));
  const missed = found.filter(({ verdict }) => verdict !== 'found');
  const figure = missed.length === 0 ? `${found.length} found` : missed.map(missedInWords).join(', ');
  const passed = found.length === wanted.length && missed.length === 0;
  const [least] = wanted;
  const limit = `all ${wanted.length} from ${least!.name} on found, in the right size`;
  return [{ name: 'known differences', figure, limit, passed }, ...twinGates(figures)];
};

/** Whether nothing was found where there is nothing: in the CPU time of a stack beside its twin. */
const twinGates = (figures: Figures): Gate[] =>
  findingsOf([figures])
    .filter(({ repeat, metric }) => repeat && metric === cpuPerThousand.name)
    .flatMap((finding) =>
      finding.rows.map((row) => repeatGate(`CPU of ${finding.other}`, row.interval, cellOf(finding, row))),
    );

const missedInWords = ({ slowdown, verdict }: Found) => `${slowdown.name} ${verdict}`;

/** The known differences beside the found ones. */
export const foundTable = (figures: Figures): Table => ({
  name: 'known',
  title: 'Differences of known size',
  note: 'Computing shows in CPU time, in ms per 1,000 requests, which are µs per request; waiting shows in the median. A thread that waits is woken a little late, in an idle process more than in a busy one.',
  head: ['slowdown', 'really', 'found', ''],
  rows: foundIn(figures).map(({ slowdown, truth, finding, row, verdict }) => [
    slowdown.name,
    trueInWords(truth, finding.unit),
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
      ...found.filter(({ slowdown }) => (slowdown.computeMs !== undefined) === computes).map(({ truth }) => truth.low),
    ),
  );
  return `All ${found.length} known differences were found, from ${threeDigits(cpu!)} µs of CPU time and ${threeDigits(wait!)} ms of waiting on.`;
}

/** "0.20 to 0.28 ms" */
function trueInWords({ low, high }: Found['truth'], unit: string): string {
  const [least, most] = [low, high].map(threeDigits);
  return `${least === most ? '' : `${least} to `}${most} ${unit}`;
}
