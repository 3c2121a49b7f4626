import { posix } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { cellInWords, dataInWords, pairsInWords, type Results, type Table, verdictOf } from '@jobly/lab/results';
import { moment } from '../html/moment';
import { timelinePictures } from '../html/pictures/timelines';
import { plotName } from '../html/pictures/plots';
import { comparisonsTable } from './comparisons-table';
import { markdownTable } from './markdown';

/** The directory of the committed baseline. */
export const HOME = 'docs/baseline';

/** Undefined if the run has nothing of the kind. `directory` is that of the document. */
const views: Readonly<Record<string, (results: Results, directory: string) => string | undefined>> = {
  verdict: (results) => `${verdictOf(results)}\n\n${whereAndWhen(results)}`,
  measured: whereAndWhen,
  comparisons: comparisonsTable,
  diagrams: ({ diagrams }) =>
    diagrams.length === 0
      ? undefined
      : diagrams.map(({ title, mermaid }) => `## ${title}\n\n${fenced(mermaid)}`).join('\n\n'),
  timelines: (results, directory) =>
    results.timelines.length === 0
      ? undefined
      : timelinePictures(results)
          .map(({ name }, index) => `![${results.timelines[index]!.title}](${pictureIn(results, name, directory)})`)
          .join('\n\n'),
  plots: (results, directory) =>
    results.plots.length === 0
      ? undefined
      : results.plots.map((plot) => `![${plot.title}](${pictureIn(results, plotName(plot), directory)})`).join('\n\n'),
  tables: ({ tables }) => tables.map((table) => `**${table.title}**\n\n${inMarkdown(table)}`).join('\n\n'),
};

/**
 * An excerpt of an experiment's results for a document, as Markdown: one of the views, or a table by its name.
 * @param directory of the document, from which it refers to pictures
 * @throws Failure naming the available ones
 */
export function viewOf(results: Results, name: string, directory = 'docs'): string {
  const text = views[name]?.(results, directory);
  if (text !== undefined) return text;
  const tables = [...results.conclusion.tables, ...results.tables].filter(({ folded }) => !folded);
  const table = tables.find((one) => one.name === name);
  if (table) return inMarkdown(table);
  const available = Object.keys(views).filter((one) => views[one]?.(results, directory) !== undefined);
  const names = [...available, ...tables.flatMap((one) => one.name ?? [])];
  throw new Failure(`There is no view "${name}" of ${results.experiment}; there are ${names.join(', ')}.`);
}

const pictureIn = ({ experiment }: Results, name: string, directory: string) =>
  posix.relative(directory, `${HOME}/${experiment}/${name}.svg`);

const fenced = (mermaid: string) => `\`\`\`mermaid\n${mermaid}\n\`\`\``;

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
  const data = dataInWords(results);
  const software = `Node ${node}${nginx ? `, nginx ${nginx}` : ''}`;
  return `_Measured ${moment(startedAt)} on ${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, ${software}${load ? `; ${pairsInWords(results)}` : ''}${data === undefined ? '' : `, on ${data}`}${quick ? ', quick' : ''}._`;
}
