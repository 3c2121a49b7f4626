import { asSentence, figureOf, type Figures, findingsOf, responseP50 } from '@jobly/lab/results';

/** The time that each mode adds to the first operation. */
export function priceOfAsking(results: Figures): string | undefined {
  const [first] = results.workloads;
  const mistakes = new Set(results.arms.filter(({ mistake }) => mistake).map(({ name }) => name));
  const added = findingsOf([results]).filter(
    ({ as, metric, other }) => as === 'difference' && metric === responseP50.name && !mistakes.has(other),
  );
  const told = added.flatMap((finding) => {
    const row = finding.rows.find(({ workload }) => workload === first?.name);
    if (!row) return [];
    const { estimate } = figureOf(finding, row);
    return row.detectable ? [`${finding.other} ${estimate} ms`] : [`${finding.other} nothing detectable`];
  });
  if (told.length === 0) return undefined;
  return asSentence(`to the median of ${first!.operation}, knowing who is calling adds: ${told.join(', ')}`);
}
