import { count, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import type { Findings, Outcomes } from './findings';
import { READS_PER_SECOND, WRITES_PER_SECOND } from './prepared-traffic';

/** The effects of a change on users, one column per stack. */
export function changeTable(changes: readonly { configuration: string; findings: Findings }[]): Table {
  const row = (name: string, cell: (findings: Findings) => string) => [
    name,
    ...changes.map(({ findings }) => cell(findings)),
  ];
  return {
    title: 'What users notice when one replica dies and one is added',
    note: `Round robin. ${READS_PER_SECOND} reads/s (GET /jobs/:id) and ${WRITES_PER_SECOND} writes/s (POST, PATCH and DELETE of jobs, in turn), each over a connection of its own, because nginx before 1.27.4 loses some requests of kept-alive connections when replicas change. One of three replicas is ended by SIGKILL, and seconds later one is started, from which on its times are counted; nginx looks once a second who is there and ready. Shares are even in the first second in which no replica has less than 80 % of what another one has.`,
    head: ['', ...changes.map(({ configuration }) => configuration)],
    rows: [
      row('reads', ({ reads }) => count(reads.sent)),
      row('… failed', ({ reads }) => failuresIn(reads)),
      row('… asked of a second replica', ({ reads }) => count(reads.askedAgain)),
      row('median before the death', ({ usualMs }) => roundedMs(usualMs)),
      row('longest in the 5 s after it', ({ longestMs }) => roundedMs(longestMs)),
      row('writes', ({ writes }) => count(writes.sent)),
      row('… failed', ({ writes }) => failuresIn(writes)),
      row('… asked of a second replica', ({ writes }) => count(writes.askedAgain)),
      row('new replica: ready', ({ readyAfterMs }) => seconds(readyAfterMs)),
      row('… first read', ({ firstAfterMs }) => seconds(firstAfterMs)),
      row('… first read after it was ready', ({ firstAfterMs, readyAfterMs }) =>
        seconds(firstAfterMs === undefined ? undefined : firstAfterMs - readyAfterMs),
      ),
      row('… shares even', ({ evenAfterMs }) => seconds(evenAfterMs)),
    ],
  };
}

const seconds = (ms: number | undefined) => (ms === undefined ? 'not seen' : `${threeDigits(ms / 1_000)} s`);

/** "0", or "3 (2 × status 503, 1 × ECONNRESET)". */
function failuresIn({ failed }: Outcomes): string {
  const kinds = Object.entries(failed);
  const total = kinds.reduce((sum, [, number]) => sum + number, 0);
  return total === 0 ? '0' : `${count(total)} (${kinds.map(([kind, number]) => `${number} × ${kind}`).join(', ')})`;
}
