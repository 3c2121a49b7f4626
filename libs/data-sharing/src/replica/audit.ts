import { type AskPage, BATCH_SIZE, type SharedRow } from '@jobly/contracts';
import type { Copies } from './copies';
import type { SharedRecords } from './shared-records';

export interface Findings {
  /** The records that the owner has, roughly: it goes on changing them. */
  records: number;
  /** The copies that were missing, wrong or left over. */
  repaired: number;
}

/**
 * Compares all copies with the owner's records, page by page in the order of keys, and repairs what differs. From no
 * copies at all it builds them. It may end at any page, and run any number of times at once.
 * @throws whatever the database or the owner does.
 */
export async function audit<Key extends string | number>(
  copies: Copies<Key>,
  askOwner: AskPage<Key, unknown>,
  { below, above }: SharedRecords<Key>,
  signal: AbortSignal,
): Promise<Findings> {
  const findings = { records: 0, repaired: 0 };
  for (let after = below; after !== above;) {
    signal.throwIfAborted();
    const { asOf, count, last, digest } = await copies.page(after);
    const rows = await askOwner({ after, digest });
    // Beyond a full page there may be more, here or there.
    const here = count === BATCH_SIZE ? last! : above;
    const there = rows ? endOf(rows, above) : here;
    // However little the owner has left, no statement removes more than a page.
    const through = here < there ? here : there;
    if (rows) findings.repaired += await copies.repair({ asOf, after, through, rows });
    findings.records += rows ? rows.filter(({ key }) => key <= through).length : count;
    after = through;
  }
  await copies.forgetDeletions();
  return findings;
}

const endOf = <Key>(rows: SharedRow<Key, unknown>[], above: Key): Key =>
  rows.length === BATCH_SIZE ? rows.at(-1)!.key : above;
