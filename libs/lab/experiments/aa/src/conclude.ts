import { figureOf, type Figures, type Finding, type FindingRow, findingsOf } from '@jobly/lab/results';

/** The smallest differences that the run could have detected, given that there are none. */
export function noiseFloor(results: Figures): string | undefined {
  const findings = findingsOf([results]).filter(({ repeat, as }) => repeat && as === 'ratio');
  if (findings.length === 0) return undefined;
  const { base } = findings[0]!;
  const calm = findings.filter(({ rows }) => rows.every(({ detectable }) => !detectable));
  const [known, unknown] = [calm.filter(isKnown), calm.filter((finding) => !isKnown(finding))];
  const same = [
    ...(known.length > 0
      ? [`No detectable difference: ${base} beside itself is known to ${listed(known.map(inPercent))}`]
      : []),
    ...(unknown.length > 0 ? [`Too noisy to say anything of ${listed(unknown.map(({ metric }) => metric))}`] : []),
  ];
  const chance = findings.filter((finding) => !calm.includes(finding)).map(byChance);
  return `${[...same, ...chance].join('. ')}.`;
}

/** "±2.1 % in response p50" */
const inPercent = (finding: Finding) => `±${(100 * widest(finding)).toPrecision(2)} % in ${finding.metric}`;

/** The widest interval over all operations. */
const widest = ({ rows }: Finding) => Math.max(...rows.map(relativeHalfWidth));

/** An interval of more than half to either side says nothing. */
const isKnown = (finding: Finding) => widest(finding) <= 0.5;

/** For an interval that is symmetric in its logarithm. */
const relativeHalfWidth = ({ interval: { low, high } }: FindingRow) => Math.sqrt(high / low) - 1;

/** A 95 % interval misses once in twenty times; the gate over all pairs has not invalidated the run for it. */
function byChance(finding: Finding): string {
  const wrong = finding.rows.find(({ detectable }) => detectable)!;
  const { estimate, interval } = figureOf(finding, wrong);
  return `The ${finding.metric} of ${finding.other} is ${estimate} (${interval}), as one interval in twenty is where nothing differs`;
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);
