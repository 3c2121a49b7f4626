import {
  asSentence,
  type Case,
  type Figures,
  type FindingRow,
  findingsOf,
  percentage,
  responseP50,
  threeDigits,
  throughput,
} from '@jobly/lab/results';
import { armName } from '@jobly/lab/runner';
import { FRESHNESS } from './tradeoff';
import { NO_CACHE, STACKS, USUAL } from './ttls';

/** The gain that a cache brings each stack, its effect on the difference between them, and its price. */
export function whatACacheGives(results: Figures): string | undefined {
  const [first] = results.workloads;
  const saturated = results.workloads.find(({ option, rate }) => option === first?.option && rate === null);
  const findings = findingsOf([results]);
  const rowOf = ({ name: metric }: { name: string }, base: string, other: string, of: Case | undefined) =>
    findings
      .find((one) => one.metric === metric && one.base === base && one.other === other)
      ?.rows.find(({ workload }) => workload === of?.name);

  const gains = STACKS.flatMap((stack) => {
    const [base, other] = [armName(stack, NO_CACHE.name), armName(stack, USUAL.name)];
    const [p50, served] = [rowOf(responseP50, base, other, first), rowOf(throughput, base, other, saturated)];
    return p50 && served ? [`at ${stack} ${changed(p50, 'the p50')} and ${changed(served, 'the requests/s')}`] : [];
  });
  const [without, behind] = [NO_CACHE, USUAL].map((ttl) =>
    rowOf(responseP50, armName('monolith', ttl.name), armName('micro', ttl.name), first),
  );
  if (!first || gains.length < STACKS.length || !without || !behind) return undefined;
  return [
    asSentence(`behind a cache of ${USUAL.name}, ${first.operation} has ${gains.join(', and ')} that it has without`),
    asSentence(
      `without the cache micro’s p50 is ${beside(without)} monolith’s, and behind it ${beside(behind)} monolith’s`,
    ),
    ...price(results),
  ].join(' ');
}

function changed({ detectable, interval, bound }: FindingRow, what: string): string {
  if (!detectable) return `no detectable change in ${what}`;
  return `${bound ? `${bound} ` : ''}${threeDigits(interval.estimate)} times ${what}`;
}

const beside = ({ detectable, interval }: FindingRow) =>
  detectable ? `${threeDigits(interval.estimate)} times` : 'not detectably different from';

/** "Of a steady demand 91 % does not reach the stacks, and a change is not seen for up to 10.2 s." */
function price({ tradeoffs }: Figures): string[] {
  const found = tradeoffs.find(({ name }) => name === FRESHNESS);
  const point = found?.points.find(({ name }) => name === USUAL.name);
  if (!point) return [];
  return [
    `Of a steady demand ${percentage(1 - point.y / 100)} does not reach the stacks, and a change is not seen for up to ${point.x.toFixed(1)} s.`,
  ];
}
