/** What SQL has to know of records that one service owns and another keeps copies of. */
export interface SharedRecords<Key> {
  /** In the owner's database: key, version and content of each record. */
  owned: string;
  /** The table of copies in the asker's database. */
  copies: string;
  keyType: 'text' | 'int';
  /** A key below all others, and one above. */
  below: Key;
  above: Key;
}

export const companies: SharedRecords<string> = {
  owned: 'SELECT handle COLLATE "C" AS key, version, company_content(companies) AS content FROM companies',
  copies: 'company_copies',
  keyType: 'text',
  below: '',
  above: '~',
};

export const jobs: SharedRecords<number> = {
  owned: 'SELECT id AS key, version, job_content(jobs) AS content FROM jobs',
  copies: 'job_copies',
  keyType: 'int',
  below: 0,
  above: 2_147_483_647,
};

/** Pages with the same digest are the same. It covers contents, not only versions, so it finds whatever is wrong. */
export const DIGEST = `md5(string_agg(md5(concat_ws(' ', key, version, content)), '' ORDER BY key))`;
