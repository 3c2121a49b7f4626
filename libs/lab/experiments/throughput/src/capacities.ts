import { excludes, ratioOf } from '@jobly/lab/instrument';
import { count, type Figures, intervalInWords, type MeasuredBlock, type Table, threeDigits } from '@jobly/lab/results';

type Curve = Figures['curves'][number];

/** How far the two may be apart. */
const TOLERANCE = 0.05;

/** Fewer pairs make an interval that nobody should rely on. */
const FEWEST_PAIRS = 4;

/**
 * What every arm serves when its users wait for each answer, and of more than it can take when they do not: two ways to
 * the same capacity. Undefined where they were not measured.
 */
export function capacitiesTable(figures: Figures): Table | undefined {
  const rows = figures.curves.flatMap((curve) => {
    const pairs = pairsOf(figures, curve);
    if (pairs.length < FEWEST_PAIRS) return [];
    const ratio = ratioOf(pairs, { seed: figures.settings.seed });
    const mean = (way: 'base' | 'other') => count(pairs.reduce((sum, pair) => sum + pair[way], 0) / pairs.length);
    const apart = excludes({ ...ratio, low: ratio.low - TOLERANCE, high: ratio.high + TOLERANCE }, 1);
    return [
      [
        `${curve.operation}, ${curve.configuration}`,
        curve.arm,
        mean('base'),
        mean('other'),
        `${threeDigits(ratio.estimate)} (${intervalInWords(ratio)})`,
        apart ? 'they differ' : 'they agree',
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  return {
    name: 'capacities',
    title: 'Two ways to a capacity, requests/s',
    note: `Served in a closed loop, and of the highest rate in an open one, which is more than the arm can take, from the first request on; side by side in every launch, with the 95 % interval over launches. They agree if they may be within ${100 * TOLERANCE} % of each other.`,
    head: ['', 'arm', 'closed', 'open', 'open ÷ closed', ''],
    rows,
  };
}

/** The blocks of both loops with the same number, in requests/s. */
function pairsOf({ workloads, blocks, settings }: Figures, { operation, configuration, arm, workload }: Curve) {
  const ladder = workloads.filter((one) => one.operation === operation && one.configuration === configuration);
  const [highest] = ladder.toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0));
  const at = (name: string | undefined) => blocks.filter((block) => block.workload === name && block.arm === arm);
  const open = new Map(at(highest?.name).map((block) => [block.pair, servedOpenly(block, settings.leadInMs)]));
  return at(workload).flatMap(({ pair, launch, result: { answered, measuredMs } }) => {
    const other = open.get(pair);
    return other === undefined ? [] : [{ base: (answered / measuredMs) * 1_000, other, launch }];
  });
}

/** With the lead-in, whose requests still wait when it ends: they, too, are among those served afterwards. */
const servedOpenly = ({ result: { sent, measuredMs } }: MeasuredBlock, leadInMs: number) =>
  (sent / (leadInMs + measuredMs)) * 1_000;
