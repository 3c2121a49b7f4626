import { type Architecture, type Arrow, type Box, type Drawing, drawingOf } from '@jobly/architecture';

/**
 * An architecture as a Mermaid flowchart: processes are boxes that contain their modules, databases are cylinders. A
 * thin arrow is a function call, a thick one a request over HTTP, a dashed one an event.
 */
export function mermaid(architecture: Architecture): string {
  const drawing = drawingOf(architecture);
  const lines = [
    'flowchart LR',
    ...arrowsOf(drawing, ({ from }) => from === 'client').map(({ to }) => `  client([client]) ==> ${to}`),
    ...drawing.boxes.filter(({ kind }) => kind === 'process').flatMap((process) => boxOf(process, drawing)),
    ...arrowsOf(drawing, ({ kind }) => kind === 'tables').map(
      ({ from, to }) => `  ${from} --- ${cylinder(to, drawing)}`,
    ),
    ...arrowsOf(drawing, ({ from, kind }) => from !== 'client' && kind !== 'tables').map(drawn),
  ];
  return ['```mermaid', `%% ${architecture.topology}`, ...lines, '```'].join('\n');
}

const arrowsOf = ({ arrows }: Drawing, isMeant: (arrow: Arrow) => boolean) => arrows.filter(isMeant);

function boxOf(box: Box, { boxes }: Drawing): string[] {
  const modules = boxes.filter(({ within }) => within === box.id);
  if (modules.length === 0) return [`  ${labelled(box)}`];
  return [`  subgraph ${box.id} ["${titleOf(box)}"]`, ...modules.map((module) => `    ${labelled(module)}`), '  end'];
}

const labelled = (box: Box) => `${box.id}["${titleOf(box)}"]`;

const titleOf = ({ name, tag }: Box) => [name, tag].join(' ').trim();

function cylinder(id: string, { boxes }: Drawing): string {
  const { name = id, details = [] } = boxes.find((box) => box.id === id) ?? {};
  const [keys = '', ...tables] = details.toReversed();
  return `${id}[("${[`<b>${name}</b>`, ...tables.toReversed(), `<i>${keys}</i>`].join('<br>')}")]`;
}

const LINES = { call: '-->', request: '==>', event: '-.->', tables: '---' };

const drawn = ({ from, to, kind, labels }: Arrow) =>
  `  ${from} ${LINES[kind]}${labels.length > 0 ? `|${labels.join(', ')}|` : ''} ${to}`;
