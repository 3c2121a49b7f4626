import { type Random, shuffled } from '@jobly/lab/instrument';
import type { Server } from '../people/server';
import { amounts, createWritten, WRITTEN_ROWS, writtenTable } from './tables';

export const kinds = ['INSERT', 'UPDATE of no indexed column', 'UPDATE of an indexed column', 'DELETE'] as const;

/** One round of writes to a table: for each kind, the time of a row and what it adds to the log. */
export interface Writes {
  indexes: number;
  us: number[];
  walBytes: number[];
  /** The share of the updates of no indexed column that left the indexes alone. */
  hot: number;
}

/** Rows that a round writes, twice updates, and deletes again. */
const ROWS = 500;

/**
 * Each kind of write, one row at a time, by a prepared plan, in one transaction. Rows are found by their place (ctid):
 * without any index, looking for them would take longer than writing them.
 */
const writing = (table: string) => `
  CREATE FUNCTION write_${table}(firsts int, amount int, OUT us float8[], OUT wal float8[], OUT hot float8)
  LANGUAGE plpgsql AS $$
  DECLARE
    began timestamptz; wrote pg_lsn; place tid; places tid[]; updated bigint;
    names text[]; renamed text[]; first_names text[]; last_names text[]; emails text[];
  BEGIN
    SELECT array_agg(name_of(i)), array_agg(name_of(-i)), array_agg(first_of(i)),
           array_agg(last_of(i, ${WRITTEN_ROWS})), array_agg(email_of(i))
    INTO names, renamed, first_names, last_names, emails FROM generate_series(firsts, firsts + amount - 1) AS i;

    began := clock_timestamp(); wrote := pg_current_wal_insert_lsn();
    FOR k IN 1 .. amount LOOP
      INSERT INTO ${table} VALUES (firsts + k - 1, names[k], first_names[k], last_names[k], emails[k], 0)
      RETURNING ctid INTO place;
      places[k] := place;
    END LOOP;
    us[1] := extract(epoch FROM clock_timestamp() - began) * 1e6 / amount;
    wal[1] := (pg_current_wal_insert_lsn() - wrote) / amount;

    updated := pg_stat_get_xact_tuples_hot_updated('${table}'::regclass);
    began := clock_timestamp(); wrote := pg_current_wal_insert_lsn();
    FOR k IN 1 .. amount LOOP
      UPDATE ${table} SET seen = seen + 1 WHERE ctid = places[k] RETURNING ctid INTO place;
      places[k] := place;
    END LOOP;
    us[2] := extract(epoch FROM clock_timestamp() - began) * 1e6 / amount;
    wal[2] := (pg_current_wal_insert_lsn() - wrote) / amount;
    hot := (pg_stat_get_xact_tuples_hot_updated('${table}'::regclass) - updated)::float8 / amount;

    began := clock_timestamp(); wrote := pg_current_wal_insert_lsn();
    FOR k IN 1 .. amount LOOP
      UPDATE ${table} SET name = renamed[k] WHERE ctid = places[k] RETURNING ctid INTO place;
      places[k] := place;
    END LOOP;
    us[3] := extract(epoch FROM clock_timestamp() - began) * 1e6 / amount;
    wal[3] := (pg_current_wal_insert_lsn() - wrote) / amount;

    began := clock_timestamp(); wrote := pg_current_wal_insert_lsn();
    FOR k IN 1 .. amount LOOP
      DELETE FROM ${table} WHERE ctid = places[k];
    END LOOP;
    us[4] := extract(epoch FROM clock_timestamp() - began) * 1e6 / amount;
    wal[4] := (pg_current_wal_insert_lsn() - wrote) / amount;
  END $$`;

/** Writes to tables with no, one, three and six indexes, in rounds of random order. */
export async function timeWrites(server: Server, rounds: number, random: Random): Promise<Writes[]> {
  for (const indexes of amounts) {
    await createWritten(server, writtenTable(indexes), indexes);
    await server.rows(writing(writtenTable(indexes)));
    await write(server, indexes);
  }
  const all: Writes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const indexes of shuffled(random, amounts)) all.push(await write(server, indexes));
  }
  return all;
}

async function write(server: Server, indexes: number): Promise<Writes> {
  const table = writtenTable(indexes);
  const [written] = await server.rows<{ us: number[]; wal: number[]; hot: number }>(
    `SELECT * FROM write_${table}(${WRITTEN_ROWS + 1}, ${ROWS})`,
  );
  await server.rows(`VACUUM ${table}`);
  return { indexes, us: written!.us, walBytes: written!.wal, hot: written!.hot };
}
