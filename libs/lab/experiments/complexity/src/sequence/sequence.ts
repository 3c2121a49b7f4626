import { needsOf } from '../behaviour/needs';
import { pathOf } from '../behaviour/path';
import type { Call } from '../recording/answered';
import type { OperationRecording } from '../recording/operations';
import { linesWithin } from './steps';

/**
 * What one request to an operation sets in motion, as a sequence diagram: https://mermaid.js.org/syntax/sequenceDiagram.html
 * It is the last one that was recorded, with the last later event of each kind.
 */
export function sequenceOf({ title, requests, later }: OperationRecording): string {
  const request = requests.at(-1);
  if (!request) return 'sequenceDiagram';
  const delivered = [...new Map(later.map((event) => [event.answered.operation, event])).values()];
  const first = request.process;
  const answered = [request, ...delivered.map((event) => event.answered)];
  const { databases } = needsOf(answered);
  const processes = new Set(answered.flatMap(pathOf).map(({ process }) => process));
  return [
    'sequenceDiagram',
    ...[
      ...['client', ...processes].map((name) => `participant ${name}`),
      ...Array.from(databases, (name) => `participant ${name} as database ${name}`),
      `client->>${first}: ${title}`,
      ...linesWithin(request),
      `${first}-->>client: answer`,
      ...delivered.flatMap(linesOfEvent),
    ].map((line) => `  ${line}`),
  ].join('\n');
}

/** Nobody waited for the delivery, and the process that made it is known by its event alone. */
const linesOfEvent = ({ from, answered }: Call): string[] => [
  `${from}-)${answered.process}: ${answered.operation}`,
  ...linesWithin(answered),
];
