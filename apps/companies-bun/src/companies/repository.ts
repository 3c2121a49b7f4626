import type { Query as Filter } from '../contract/query';
import { type Database, type Query, likePattern } from '../data/database';

export interface Company {
  handle: string;
  name: string;
  description: string;
  numEmployees: number | null;
  logoUrl: string | null;
}

/** What a repeat of a request is recognised by; it is kept with the row that the request creates. */
export interface Mark {
  key: string;
  fingerprint: string;
}

const COLUMNS = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';
/** The fields that may be changed, with their columns. */
const CHANGEABLE = { name: 'name', description: 'description', numEmployees: 'num_employees', logoUrl: 'logo_url' };

export const DELETED = 'company-deleted';

/** Companies as rows. A missing one is null. */
export function companyRepository({ read, write }: Pick<Database, 'read' | 'write'>) {
  return {
    async find(handle: string): Promise<Company | null> {
      const [row] = await read<Company>(`SELECT ${COLUMNS} FROM companies WHERE handle = $1`, [handle]);
      return row ?? null;
    },

    list({ nameLike, name, minEmployees, maxEmployees, limit, offset }: Filter): Promise<Company[]> {
      const part = nameLike ?? name;
      const conditions: [string, unknown][] = [
        ['name ILIKE', part ? likePattern(String(part)) : undefined],
        ['num_employees >=', minEmployees],
        ['num_employees <=', maxEmployees],
      ];
      const asked = conditions.filter(([, value]) => value !== undefined);
      const where = asked.map(([condition], at) => `${condition} $${at + 3}`).join(' AND ');
      return read<Company>(
        `SELECT ${COLUMNS} FROM companies ${where && `WHERE ${where}`} ORDER BY name COLLATE "C" LIMIT $1 OFFSET $2`,
        [limit, offset, ...asked.map(([, value]) => value)],
      );
    },

    namesOf: (handles: string[]) =>
      read<Pick<Company, 'handle' | 'name'>>('SELECT handle, name FROM companies WHERE handle = ANY ($1::text[])', [
        handles,
      ]),

    async insert(query: Query, { handle, name, description, numEmployees, logoUrl }: Company, mark?: Mark) {
      const [row] = await query<Company>(
        `INSERT INTO companies (handle, name, description, num_employees, logo_url, idempotency_key, request_fingerprint)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
        [handle, name, description, numEmployees, logoUrl, mark?.key ?? null, mark?.fingerprint ?? null],
      );
      return row!;
    },

    async createdBy({ key, fingerprint }: Mark): Promise<(Company & { isAlike: boolean }) | undefined> {
      const [row] = await read<Company & { isAlike: boolean }>(
        `SELECT ${COLUMNS}, request_fingerprint = $2 AS "isAlike" FROM companies WHERE idempotency_key = $1`,
        [key, fingerprint],
      );
      return row;
    },

    async update(handle: string, changes: Partial<Company>): Promise<Company | null> {
      const changed = Object.entries(CHANGEABLE).filter(([field]) => field in changes);
      const set = changed.map(([, column], at) => `${column} = $${at + 2}`).join(', ');
      const [row] = await write<Company>(`UPDATE companies SET ${set} WHERE handle = $1 RETURNING ${COLUMNS}`, [
        handle,
        ...changed.map(([field]) => changes[field as keyof Company]),
      ]);
      return row ?? null;
    },

    /** Deletes the company and records the event, in one statement; returns the event's id, if there was a company. */
    async remove(handle: string): Promise<string | undefined> {
      const [recorded] = await write<{ eventId: string }>(
        `WITH gone AS (DELETE FROM companies WHERE handle = $1 RETURNING handle)
         INSERT INTO outbox_events (topic, key, payload)
         SELECT $2::text, handle, jsonb_build_object('handle', handle) FROM gone
         RETURNING event_id AS "eventId", pg_notify('outbox_events', current_schema())`,
        [handle, DELETED],
      );
      return recorded?.eventId;
    },

    async isDeletionPending(query: Query, handle: string): Promise<boolean> {
      const pending = await query('SELECT 1 FROM outbox_events WHERE key = $1 AND topic = $2 LIMIT 1', [
        handle,
        DELETED,
      ]);
      return pending.length > 0;
    },
  };
}
