import {
  answersInWords,
  assumed,
  count,
  FIELDS,
  loadOf,
  type Sizing,
  type Table,
  threeDigits,
  usualScenario,
} from '@jobly/lab/results';
import { STORAGE } from '../storage-table';

/** The table's name, by which documents find it. */
export const TEN_MILLION = 'ten-million-users';

const USERS = 10_000_000;

/** Nobody has measured these. */
const ASSUMED = {
  /** Of all users, on a day. */
  active: 0.2,
  /** By each of them. */
  visits: 2,
  requestsPerVisit: 25,
  /** The busiest hour against the mean. */
  peakFactor: 4,
  companies: 200_000,
  jobs: 2_000_000,
  applicationsPerUser: 5,
  /** Pages that the reads are spread over, and how long a cache keeps one (s). */
  hotPages: 100_000,
  keptFor: 10,
};

const DAY_S = 86_400;

/** A worked example: every row says what it comes from. */
export function tenMillionTable({ stacks }: Sizing, tables: readonly Table[]): Table {
  const rate = (USERS * ASSUMED.active * ASSUMED.visits * ASSUMED.requestsPerVisit * ASSUMED.peakFactor) / DAY_S;
  const scenario = { ...usualScenario(), rate: Math.round(rate) };
  const both = (text: string) => stacks.map(() => text);
  const { bytes, depth } = stored(tables);
  const perPage = (scenario.rate * scenario.reads) / ASSUMED.hotPages;
  const rows = [
    ['users', ...both(count(USERS)), 'assumed'],
    [
      'requests a second at the peak',
      ...both(count(scenario.rate)),
      `assumed: ${count(100 * ASSUMED.active)} % of the users a day, ${ASSUMED.visits} visits of ${ASSUMED.requestsPerVisit} requests, a peak of ${ASSUMED.peakFactor} times the mean`,
    ],
    ...answersInWords(stacks, scenario).map(({ figure, cells }) => [figure, ...cells, SOURCES[figure] ?? 'measured']),
    [
      'replicas of each process',
      ...stacks.map(({ launches }) =>
        loadOf(launches[0]!, scenario)
          .filter(({ part }) => part.kind === 'process')
          .map(({ part, replicas }) => `${part.name} ${replicas}`)
          .join(', '),
      ),
      'measured CPU per request, in the first launch; assumed utilisation',
    ],
    [
      'storage, with indexes',
      ...both(`${threeDigits(bytes / 1024 ** 3)} GiB`),
      `measured bytes of a row; assumed ${count(ASSUMED.companies)} companies, ${count(ASSUMED.jobs)} jobs and ${ASSUMED.applicationsPerUser} applications a user`,
    ],
    ['levels of the index of users', ...both(String(depth)), 'measured entries on a page: its logarithm of the users'],
    [
      'hit ratio of a shared cache for reads',
      ...both(`${threeDigits(100 * hitRatio(perPage, ASSUMED.keptFor))} %`),
      `λT ÷ (1 + λT), of ${count(ASSUMED.hotPages)} pages read equally often and kept for ${ASSUMED.keptFor} s: assumed`,
    ],
  ];
  return {
    name: TEN_MILLION,
    title: 'A worked example: ten million users',
    note: `Besides, assumed: ${FIELDS.filter(({ name }) => name !== 'rate')
      .map((field) => `${field.label}: ${assumed(field, scenario[field.name])}`)
      .join('; ')}. Measured is what this run has measured on its machine: other CPUs take another time.`,
    head: ['', ...stacks.map(({ name }) => name), 'from'],
    rows,
  };
}

const SOURCES: Readonly<Record<string, string>> = {
  p50: 'measured times and CPU; assumed round trip, utilisation and independence of the queues',
  'CPUs busy': 'measured CPU per request',
  'CPUs to provide': 'measured CPU per request; assumed utilisation',
  processes: 'measured CPU per request; assumed utilisation',
  'memory of the processes': 'measured memory of a replica',
  'connections to databases': 'the pools of the replicas, as they are set',
  nines: 'parts counted; assumed availability of each, and that they fail independently',
  'a month, $': 'measured CPU and memory; assumed prices',
};

/** Reads that find a page in a cache that keeps it for so long, if requests for it come at random. */
const hitRatio = (perSecond: number, seconds: number) => (perSecond * seconds) / (1 + perSecond * seconds);

/** The bytes of all rows, and the levels of the tree over the users' names. */
function stored(tables: readonly Table[]): { bytes: number; depth: number } {
  const table = tables.find(({ name }) => name === STORAGE);
  const valueAt = (of: string, column: number) => {
    const cell = table?.rows[table.keys?.indexOf(of) ?? -1]?.[column];
    return typeof cell === 'object' ? cell.value : NaN;
  };
  const rows = {
    users: USERS,
    companies: ASSUMED.companies,
    jobs: ASSUMED.jobs,
    applications: USERS * ASSUMED.applicationsPerUser,
  };
  const bytes = Object.entries(rows).reduce((sum, [of, howMany]) => sum + howMany * valueAt(of, 1), 0);
  return { bytes, depth: Math.ceil(Math.log(USERS) / Math.log(valueAt('users', 2))) };
}
