import { Failure } from '@jobly/lab/instrument';
import { cellInWords, pairsInWords, type Results, type Table, verdictOf } from '@jobly/lab/results';
import { moment } from '../html/moment';
import { comparisonsTable } from './comparisons-table';
import { markdownTable } from './markdown';

const views: Readonly<Record<string, (results: Results) => string>> = {
  verdict: (results) => `${verdictOf(results)}\n\n${whereAndWhen(results)}`,
  measured: whereAndWhen,
  comparisons: comparisonsTable,
  tables: ({ tables }) => tables.map((table) => `**${table.title}**\n\n${inMarkdown(table)}`).join('\n\n'),
};

/**
 * An excerpt of an experiment's results for a document, as Markdown: one of the views, or a table of its conclusion.
 * @throws Failure naming the available ones
 */
export function viewOf(results: Results, name: string): string {
  const view = views[name];
  if (view) return view(results);
  const { tables } = results.conclusion;
  const table = tables.find((one) => one.name === name);
  if (table) return inMarkdown(table);
  const names = [...Object.keys(views), ...tables.flatMap((one) => one.name ?? [])];
  throw new Failure(`There is no view "${name}" of ${results.experiment}; there are ${names.join(', ')}.`);
}

function inMarkdown({ head, rows, note }: Table): string {
  const table = markdownTable(
    head,
    rows.map((row) => row.map(cellInWords)),
  );
  return `${table}\n\n${note}`;
}

function whereAndWhen(results: Results): string {
  const {
    startedAt,
    machine,
    settings: { quick, load },
  } = results;
  const { node, nginx } = machine.versions;
  const software = `Node ${node}${nginx ? `, nginx ${nginx}` : ''}`;
  return `_Measured ${moment(startedAt)} on ${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, ${software}${load ? `; ${pairsInWords(results)}` : ''}${quick ? ', quick' : ''}._`;
}
