import type { Entry } from '../recorder/entry';
import type { Notes } from '../recording/notes';

const served = (id: number, request: string, callerPort: number, begin: number, bodies: number[]): Entry => {
  const [method = '', path = ''] = request.split(' ');
  return { kind: 'served', id, method, path, callerPort, begin, bodies };
};

const called = (
  by: number | null,
  request: string,
  [port, callerPort]: [number, number],
  [begin, end]: [number, number],
  [bytes, ...bodies]: [number, number, number],
): Entry => {
  const [method = '', path = ''] = request.split(' ');
  return { kind: 'called', by, method, path, port, callerPort, begin, end, bytes, bodies };
};

const statement = (by: number | null, database: string, begin: number, bytes: number): Entry => ({
  kind: 'statement',
  ...{ by, database, begin, end: begin + 1, bytes },
});

const token = (by: number): Entry => ({ kind: 'token', by, begin: 0 });
const text = (by: number, bytes: number): Entry => ({ kind: 'text', by, begin: 0, bytes });

/**
 * What four processes have noted while one job was deleted: the gateway passes the request on (from 10 to 40), and the
 * jobs service asks users and companies beside each other (14 to 20, 15 to 22), then companies once more (24 to 30).
 * When all is answered, it delivers an event to users (50 to 55). Users serves another request at the same time as the
 * first question, over another connection.
 */
export const deletion: readonly Notes[] = [
  {
    process: 'gateway',
    port: 1,
    entries: [
      served(1, 'GET /metrics', 900, 2, [0, 5_000]),
      served(2, 'DELETE /jobs/7', 901, 10, [0, 0]),
      called(2, 'DELETE /jobs/7', [4, 101], [10, 40], [500, 0, 13]),
    ],
  },
  {
    process: 'users',
    port: 2,
    entries: [
      served(1, 'GET /users/ada', 777, 15, [0, 80]),
      statement(1, 'db_users', 16, 1_000),
      served(2, 'POST /internal/token-introspection', 201, 15, [60, 70]),
      token(2),
      token(2),
      text(2, 60),
      text(2, 70),
      statement(2, 'db_users', 17, 40),
      served(3, 'POST /internal/events/jobs-deleted', 202, 51, [33, 0]),
      token(3),
      statement(3, 'db_users', 52, 90),
    ],
  },
  {
    process: 'companies',
    port: 3,
    entries: [
      served(1, 'GET /internal/companies/acme', 301, 16, [0, 90]),
      token(1),
      text(1, 90),
      served(2, 'GET /internal/companies/acme', 301, 25, [0, 90]),
      token(2),
      text(2, 90),
      statement(2, 'db_companies', 26, 7),
    ],
  },
  {
    process: 'jobs',
    port: 4,
    entries: [
      served(1, 'DELETE /jobs/7', 101, 11, [0, 13]),
      called(1, 'POST /internal/token-introspection', [2, 201], [14, 20], [300, 60, 70]),
      called(1, 'GET /internal/companies/acme', [3, 301], [15, 22], [250, 0, 90]),
      called(1, 'GET /internal/companies/acme', [3, 301], [24, 30], [250, 0, 90]),
      text(1, 60),
      text(1, 70),
      text(1, 90),
      text(1, 90),
      text(1, 13),
      text(1, 444),
      statement(1, 'db_jobs', 12, 100),
      statement(1, 'db_jobs', 31, 200),
      statement(null, 'db_jobs', 48, 3_000),
      called(null, 'POST /internal/events/jobs-deleted', [2, 202], [50, 55], [280, 33, 0]),
    ],
  },
];

/** The same, but the event is delivered from 33 to 38, before the answer. */
export const deletionThatWaits: readonly Notes[] = deletion.map((notes) => ({
  ...notes,
  entries: notes.entries.map((entry) => {
    if (!('path' in entry) || entry.path !== '/internal/events/jobs-deleted') return entry;
    return { ...entry, begin: entry.begin - 17, ...(entry.kind === 'called' && { end: entry.end - 17 }) };
  }),
}));

/** The same in one process, three times: at first with two statements, and at last over a new connection. */
export const deletionsInOneProcess: readonly Notes[] = [
  {
    process: 'monolith',
    port: 9,
    entries: [
      served(1, 'DELETE /jobs/7', 901, 10, [0, 13]),
      token(1),
      text(1, 13),
      statement(1, 'db_all', 11, 100),
      statement(1, 'db_all', 13, 100),
      served(2, 'DELETE /jobs/8', 901, 20, [0, 13]),
      token(2),
      text(2, 13),
      statement(2, 'db_all', 21, 110),
      served(3, 'DELETE /jobs/9', 902, 30, [0, 13]),
      token(3),
      text(3, 13),
      statement(3, 'db_all', 31, 1_000),
    ],
  },
];
