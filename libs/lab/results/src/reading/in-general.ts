import { cpuPerThousand } from '../figures/metrics';
import type { Figures } from '../results';
import { type Finding, findingsOf, neutralOf, pairKey } from './findings';
import { amountsOf, asSentence, sentenceOf, sentenceOfBoth } from './sentence';

/** The first metric of every pair, and CPU if there is only one pair; configuration by configuration. */
export function inGeneral(results: Figures): string {
  const findings = findingsOf([results]).filter(({ repeat }) => !repeat);
  const [first] = findings;
  if (!first) return 'Nothing was compared: too few pairs of blocks are complete.';
  const onePair = findings.every((finding) => pairKey(finding) === pairKey(first));
  const told = findings.filter(({ metric }) => metric === first.metric || (onePair && metric === cpuPerThousand.name));
  const nothing = told.length > 1 && told.every(({ rows }) => rows.every(({ detectable }) => !detectable));
  if (nothing) return asSentence(noDifferenceIn(told, onePair));
  const byConfiguration = Map.groupBy(told, ({ configuration }) => configuration);
  const sentence = asSentence([...byConfiguration.values()].map(inWords).join('; '));
  return told.some(hasRange) ? `${sentence} Ranges are of point estimates.` : sentence;
}

/** Whether several operations differ in one direction, so that the sentence has the least and the most of them. */
function hasRange({ as, rows }: Finding): boolean {
  const changed = rows.filter(({ detectable }) => detectable);
  const more = changed.filter(({ interval }) => interval.low > neutralOf(as)).length;
  return more > 1 || changed.length - more > 1;
}

/** The first configuration in full; the others do not repeat the names of arms and metrics if they are the same. */
function inWords(findings: readonly Finding[], position: number): string {
  const name = findings[0]!.configuration;
  const short = position > 0 ? amountsOf(findings) : undefined;
  return `${name === undefined ? '' : `${name}: `}${short ?? inFull(findings)}`;
}

function inFull([finding, next, ...others]: readonly Finding[]): string {
  if (!next) return sentenceOf(finding!);
  const both =
    next.metric === finding!.metric ? [sentenceOf(finding!), sentenceOf(next)] : [sentenceOfBoth(finding!, next)];
  return [...both, ...others.map(sentenceOf)].join('; ');
}

/** Once, instead of once for every metric and pair. */
function noDifferenceIn([finding, ...others]: readonly Finding[], onePair: boolean): string {
  const metrics = [...new Set([finding!, ...others].map(({ metric }) => metric))].join(' or ');
  return `no detectable difference in ${metrics} between ${onePair ? `${finding!.other} and ${finding!.base}` : 'any arms compared'}`;
}
