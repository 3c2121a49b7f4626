import {
  asSentence,
  type Figures,
  type FindingRow,
  findingsOf,
  percentage,
  responseP50,
  threeDigits,
  throughput,
} from '@jobly/lab/results';
import { armName } from '@jobly/lab/runner';
import { NO_CACHE, STACKS, USUAL } from './ttls';

/** The gain that a cache brings each stack, its effect on the difference between them, and its price. */
export function whatACacheGives(results: Figures): string | undefined {
  const rowOf = (metric: string, base: string, other: string): FindingRow | undefined =>
    findingsOf([results]).find((one) => one.metric === metric && one.base === base && one.other === other)?.rows[0];

  const gains = STACKS.flatMap((stack) => {
    const [base, other] = [armName(stack, NO_CACHE.name), armName(stack, USUAL.name)];
    const [p50, served] = [rowOf(responseP50.name, base, other), rowOf(throughput.name, base, other)];
    return p50 && served ? [`at ${stack} ${changed(p50, 'the p50')} and ${changed(served, 'the requests/s')}`] : [];
  });
  const [without, behind] = [NO_CACHE, USUAL].map((ttl) =>
    rowOf(responseP50.name, armName('monolith', ttl.name), armName('micro', ttl.name)),
  );
  if (gains.length < STACKS.length || !without || !behind) return undefined;
  const { operation } = results.workloads[0]!;
  return [
    asSentence(`behind a cache of ${USUAL.name}, ${operation} has ${gains.join(', and ')} that it has without`),
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
  const point = tradeoffs.flatMap(({ points }) => points).find(({ name }) => name === USUAL.name);
  if (!point) return [];
  return [
    `Of a steady demand ${percentage(1 - point.y / 100)} does not reach the stacks, and a change is not seen for up to ${point.x.toFixed(1)} s.`,
  ];
}
