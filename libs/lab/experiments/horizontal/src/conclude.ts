import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import { COST } from './cost-table';
import { LAW, LAW_HEAD, NO_VERDICT } from './tables';

/** How each way scales by the law, how well that predicts, and what they cost. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const [law, cost] = [LAW, COST].map((wanted) => tables.find(({ name }) => name === wanted));
  if (!law || !cost) return { verdict: 'Nothing was observed.' };
  const told = law.rows.map((row) => {
    const cells = row.map(cellInWords);
    const cell = (head: string) => cells[law.head.indexOf(head)]!;
    return lawInWords(cells[0]!, cell);
  });
  const costs = cost.rows.map((row) => {
    const [way, replicas, memory, cpu] = row.map(cellInWords);
    return `${way} takes ${memory} (${replicas} replicas) and ${cpu} of CPU time per request`;
  });
  return { verdict: [told.join('; '), `for the same rate, ${costs.join('; ')}`].map(asSentence).join(' ') };
}

/** "every service scales with a contention of 3.1 % (2.0 % to 4.0 %) and no peak detected, and the law predicts 12 replicas with an error of +4 % (…)" */
function lawInWords(way: string, cell: (head: string) => string): string {
  if (cell(LAW_HEAD.contention) === NO_VERDICT)
    return `on ${way} there is no verdict: too few numbers of replicas got their quota, or the law does not describe what they served`;
  const [contention, peak] = [cell(LAW_HEAD.contention), cell(LAW_HEAD.peak)];
  const at = peak.startsWith('no') ? peak : `a peak at ${peak} replicas`;
  const error = cell(LAW_HEAD.error);
  const foretold =
    error === NO_VERDICT ? '' : `, and the law predicts ${cell(LAW_HEAD.replicas)} replicas with an error of ${error}`;
  return `${way} scales with a contention of ${contention} and ${at}${foretold}`;
}
