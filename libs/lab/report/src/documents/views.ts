import { Failure } from '@jobly/lab/instrument';
import { cellInWords, pairsInWords, type Results, type Table, verdictOf } from '@jobly/lab/results';
import { moment } from '../html/moment';
import { timelinePictures } from '../html/pictures/timelines';
import { plotName } from '../html/pictures/plots';
import { comparisonsTable } from './comparisons-table';
import { markdownTable } from './markdown';

/** Undefined if the run has nothing of the kind. */
const views: Readonly<Record<string, (results: Results) => string | undefined>> = {
  verdict: (results) => `${verdictOf(results)}\n\n${whereAndWhen(results)}`,
  measured: whereAndWhen,
  comparisons: comparisonsTable,
  diagrams: ({ diagrams }) =>
    diagrams.length === 0
      ? undefined
      : diagrams.map(({ title, mermaid }) => `## ${title}\n\n${fenced(mermaid)}`).join('\n\n'),
  timelines: (results) =>
    results.timelines.length === 0
      ? undefined
      : timelinePictures(results)
          .map(({ name }, index) => `![${results.timelines[index]!.title}](${pictureIn(results, name)})`)
          .join('\n\n'),
  plots: (results) =>
    results.plots.length === 0
      ? undefined
      : results.plots.map((plot) => `![${plot.title}](${pictureIn(results, plotName(plot))})`).join('\n\n'),
  tables: ({ tables }) => tables.map((table) => `**${table.title}**\n\n${inMarkdown(table)}`).join('\n\n'),
};

/**
 * An excerpt of an experiment's results for a document, as Markdown: one of the views, or a table by its name.
 * @throws Failure naming the available ones
 */
export function viewOf(results: Results, name: string): string {
  const text = views[name]?.(results);
  if (text !== undefined) return text;
  const tables = [...results.conclusion.tables, ...results.tables].filter(({ folded }) => !folded);
  const table = tables.find((one) => one.name === name);
  if (table) return inMarkdown(table);
  const available = Object.keys(views).filter((one) => views[one]?.(results) !== undefined);
  const names = [...available, ...tables.flatMap((one) => one.name ?? [])];
  throw new Failure(`There is no view "${name}" of ${results.experiment}; there are ${names.join(', ')}.`);
}

/** As the documents below docs refer to it. */
const pictureIn = ({ experiment }: Results, name: string) => `baseline/${experiment}/${name}.svg`;

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
  const software = `Node ${node}${nginx ? `, nginx ${nginx}` : ''}`;
  return `_Measured ${moment(startedAt)} on ${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}, ${software}${load ? `; ${pairsInWords(results)}` : ''}${quick ? ', quick' : ''}._`;
}
