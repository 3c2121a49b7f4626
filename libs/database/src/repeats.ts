import { hash } from 'node:crypto';
import { keyReused } from '@jobly/contracts';
import { isUniqueViolation } from './errors';
import type { Sql } from './sql';

/** What a repeat of a request is recognised by. It is kept with the row that the request creates. */
export interface RequestMark {
  /** Of the caller, the operation and the key that was chosen. */
  idempotencyKey: string;
  /** A digest of what was asked, without secrets, which nothing fast may be made of. */
  requestFingerprint: string;
}

/**
 * @param key undefined for a request that cannot be repeated.
 * @param request as it was validated, so that it does not matter how it was written.
 */
export const markOf = (key: string | undefined, request: object): RequestMark | undefined =>
  key === undefined
    ? undefined
    : { idempotencyKey: key, requestFingerprint: hash('sha256', JSON.stringify(request), 'hex') };

/** The values of `idempotency_key` and `request_fingerprint`, with a mark or without. */
export const markValues = (mark: RequestMark | undefined): (string | null)[] => [
  mark?.idempotencyKey ?? null,
  mark?.requestFingerprint ?? null,
];

/** Makes requests that create rows of this table safe to repeat. One without a mark costs nothing. */
export function createOnceIn(sql: Sql, table: string, columns: string) {
  const createdBy = ({ idempotencyKey, requestFingerprint }: RequestMark) =>
    sql<{ isAlike: boolean }>({
      name: `${table}-by-request`,
      text: `SELECT ${columns}, request_fingerprint = $2 AS "isAlike" FROM ${table} WHERE idempotency_key = $1`,
      values: [idempotencyKey, requestFingerprint],
    });

  /**
   * Creates a row, unless this is a repeat: then it returns the row that the first request created, as it is by now.
   * @param isSame compares what the mark leaves out.
   * @throws Problem `key-reused` if the first request was another one.
   */
  return async <Row>(
    mark: RequestMark | undefined,
    create: () => Promise<Row>,
    isSame: (row: Row) => Promise<boolean> = async () => true,
  ): Promise<Row> => {
    if (!mark) return create();
    /** Empty unless this is a repeat. */
    const repeated = async (): Promise<Row[]> => {
      const [found] = await createdBy(mark);
      if (!found) return [];
      const { isAlike, ...shown } = found;
      const row = shown as Row;
      if (!isAlike || !(await isSame(row))) throw keyReused();
      return [row];
    };
    const [before] = await repeated();
    if (before) return before;
    return create().catch(async (error: unknown) => {
      // The same request may have come twice at once, and the other was faster.
      const [faster] = isUniqueViolation(error) ? await repeated() : [];
      if (faster) return faster;
      throw error;
    });
  };
}
