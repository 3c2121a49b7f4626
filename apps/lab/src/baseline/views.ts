import { moment } from '../report/html/moment';
import { verdictOf } from '../report/reading/verdict';
import type { Results } from '../report/results';
import { comparisonsTable } from './comparisons-table';
import { ladderTable } from './ladder';
import { markdownTable } from './markdown';

/** What a document can show of an experiment's results, as Markdown. */
export const views: Record<string, (results: Results) => string> = {
  verdict: (results) => `${verdictOf(results)}\n\n${whereAndWhen(results)}`,
  comparisons: comparisonsTable,
  ladder: ladderTable,
  tables: ({ tables }) =>
    tables.map(({ title, note, head, rows }) => `**${title}**\n\n${markdownTable(head, rows)}\n\n${note}`).join('\n\n'),
};

function whereAndWhen({ startedAt, machine, settings: { quick, blocks } }: Results): string {
  const { node, nginx } = machine.versions;
  const software = `Node ${node}${nginx ? `, nginx ${nginx}` : ''}`;
  return `_Measured ${moment(startedAt)} on ${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, ${software}; ${blocks} pairs of blocks${quick ? ', quick' : ''}._`;
}
