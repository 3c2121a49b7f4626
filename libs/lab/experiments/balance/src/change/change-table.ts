import { count, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import type { Findings, Outcomes } from './findings';
import { READS_PER_SECOND, WRITES_PER_SECOND } from './prepared-traffic';

/** The table's name, by which the conclusion finds it. */
export const CHANGES = 'changes';

/** The rows that the conclusion reads, by their keys. */
export const KEYS = { killed: 'killed', reads: 'reads', failedReads: 'failed reads' } as const;

type Cell = Table['rows'][number][number];

/** The effects of all deaths and additions on users, one column per stack. */
export function changeTable(changes: readonly { configuration: string; findings: readonly Findings[] }[]): Table {
  const row = (name: string, cell: (findings: readonly Findings[]) => Cell, key = name) => ({
    key,
    cells: [name, ...changes.map(({ findings }) => cell(findings))],
  });
  const number = (value: number, unit: string) => ({ value, unit });
  const rows = [
    row('killed', (all) => number(all.length, 'replicas'), KEYS.killed),
    row('reads', (all) => number(sentIn(all.map(({ reads }) => reads)), 'reads'), KEYS.reads),
    row('… failed', (all) => number(failedIn(all.map(({ reads }) => reads)), 'reads'), KEYS.failedReads),
    row('… by kind', (all) => kindsIn(all.map(({ reads }) => reads)), 'kinds of failed reads'),
    row(
      '… asked of a second replica',
      (all) => count(askedAgainIn(all.map(({ reads }) => reads))),
      'reads asked again',
    ),
    row('median before a death', (all) => roundedMs(medianOf(all.map(({ usualMs }) => usualMs)))),
    row('longest after it', (all) => roundedMs(Math.max(...all.map(({ longestMs }) => longestMs)))),
    row('writes', (all) => number(sentIn(all.map(({ writes }) => writes)), 'writes')),
    row('… failed', (all) => number(failedIn(all.map(({ writes }) => writes)), 'writes'), 'failed writes'),
    row('… by kind', (all) => kindsIn(all.map(({ writes }) => writes)), 'kinds of failed writes'),
    row(
      '… asked of a second replica',
      (all) => count(askedAgainIn(all.map(({ writes }) => writes))),
      'writes asked again',
    ),
    row('new replica: ready', (all) => seconds(all.map(({ readyAfterMs }) => readyAfterMs))),
    row('… first read', (all) => seconds(all.map(({ firstAfterMs }) => firstAfterMs))),
    row('… shares even', (all) => seconds(all.map(({ evenAfterMs }) => evenAfterMs))),
  ];
  return {
    name: CHANGES,
    title: 'What users notice when replicas die and others are added',
    note: `Round robin. ${READS_PER_SECOND} reads/s (GET /jobs/:id) and ${WRITES_PER_SECOND} writes/s (POST, PATCH and DELETE of jobs, in turn), each over a connection of its own, because nginx before 1.27.4 loses some requests of kept-alive connections when replicas change. Again and again one of three replicas is ended by SIGKILL, and a second or more later another one is started, from which on its times are counted; nginx looks once a second who is there and ready. Shares are even in the first second in which no replica has less than 80 % of what another one has. Of several times the median, and the longest.`,
    head: ['', ...changes.map(({ configuration }) => configuration)],
    rows: rows.map(({ cells }) => cells),
    keys: rows.map(({ key }) => key),
  };
}

const sentIn = (all: readonly Outcomes[]) => all.reduce((sum, { sent }) => sum + sent, 0);

const askedAgainIn = (all: readonly Outcomes[]) => all.reduce((sum, { askedAgain }) => sum + askedAgain, 0);

const failedIn = (all: readonly Outcomes[]) =>
  all.flatMap(({ failed }) => Object.values(failed)).reduce((sum, number) => sum + number, 0);

/** "2 × status 503, 1 × ECONNRESET", or "–". */
function kindsIn(all: readonly Outcomes[]): string {
  const kinds = new Map<string, number>();
  for (const [kind, number] of all.flatMap(({ failed }) => Object.entries(failed))) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + number);
  }
  return kinds.size === 0 ? '–' : [...kinds].map(([kind, number]) => `${number} × ${kind}`).join(', ');
}

/** "1.15 s (1.40 s)", and how often it was not seen: what was not seen in time was longer than anything that was. */
function seconds(all: readonly (number | undefined)[]): string {
  const inSeconds = (ms: number) => (ms === Infinity ? 'not seen' : `${threeDigits(ms / 1_000)} s`);
  const seen = all.filter((ms) => ms !== undefined);
  const median = inSeconds(medianOf(all.map((ms) => ms ?? Infinity)));
  const longest = all.length > 1 && seen.length > 0 ? ` (${inSeconds(Math.max(...seen))})` : '';
  const unseen = all.length - seen.length;
  return `${median}${longest}${unseen === 0 || seen.length === 0 ? '' : `, ${unseen} not seen`}`;
}

const medianOf = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
