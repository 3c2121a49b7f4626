import type { SQL } from 'bun';
import { seededCompanies } from '../contract/document';

const CRAFTS: Record<string, string> = {
  Partners: 'Advises firms that have outgrown their spreadsheets',
  Systems: 'Writes the software that other people blame',
  Logistics: 'Brings parcels to places without an address',
  Foods: 'Bakes bread by the tonne, and well',
  Studio: 'Draws the signs you find your way by',
  Energy: 'Stores the wind for a calm day',
  Robotics: 'Builds machines that fold, lift and sort',
};

/** The fifty companies of the contract, with the same details as in every topology. */
const rows = seededCompanies.map(({ handle, name, form }, at) => ({
  handle,
  name,
  description: `${CRAFTS[form]}, since ${1950 + ((at * 37) % 70)}.`,
  num_employees: at % 10 === 9 ? null : 5 + ((at * 7919) % 1_500),
  logo_url: at % 3 === 1 ? null : `/logos/logo${(at % 4) + 1}.png`,
}));

/** Seeds an empty database; returns whether it was empty. Of several processes, on either stack, only one seeds. */
export async function seedOnce(sql: SQL): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('seed', 0))`;
  const [some] = (await sql`SELECT 1 FROM companies LIMIT 1`) as unknown[];
  if (some) return false;
  await sql`INSERT INTO companies ${sql(rows)}`;
  return true;
}
