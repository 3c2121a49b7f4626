import { cpuPerThousand } from '../../analysis/metrics';
import type { Results } from '../results';
import { isRepeat } from './accents';
import { type Finding, findingsOf } from './findings';
import { asSentence, sentenceOf } from './sentence';

/** The run in one sentence: what it found, or why that does not count. */
export function verdictOf(results: Results): string {
  const { valid, outcome, reasons } = results;
  if (valid) return whatWasFound(results);
  const because = reasons.map(asClause).join(', and ');
  return `${outcome === 'interrupted' ? 'Incomplete' : 'Invalid'}, because ${because}.`;
}

/** What the figures say, whether they count or not: the first metric of every pair, and CPU where there is one pair. */
export function whatWasFound(results: Results): string {
  const findings = findingsOf([results]).filter(({ other }) => !isRepeat(other));
  const [first] = findings;
  if (!first) return 'Nothing was compared: too few pairs of blocks are complete.';
  const leading = findings.filter(({ metric }) => metric === first.metric);
  const cpu = findings.filter(({ metric }) => metric === cpuPerThousand.name && metric !== first.metric);
  const told = leading.length === 1 ? [...leading, ...cpu] : leading;
  const nothing = told.length > 1 && told.every(({ rows }) => rows.every(({ detectable }) => !detectable));
  return asSentence(nothing ? noDifferenceIn(told) : told.map(sentenceOf).join('; '));
}

/** Once, instead of once for every metric and pair. */
function noDifferenceIn(findings: readonly Finding[]): string {
  const { other, base } = findings[0]!;
  const metrics = [...new Set(findings.map(({ metric }) => metric))].join(' or ');
  const onePair = findings.every((finding) => finding.other === other && finding.base === base);
  return `no detectable difference in ${metrics} between ${onePair ? `${other} and ${base}` : 'any arms compared'}`;
}

/** A sentence as a part of another. Only an ordinary word loses its capital: not "A/A", not "PostgreSQL". */
const asClause = (sentence: string) =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
