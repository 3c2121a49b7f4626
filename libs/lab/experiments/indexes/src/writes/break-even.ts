import { type Interval, meanInterval, type Random, shuffled } from '@jobly/lab/instrument';
import type { Server } from '../people/server';
import { createWritten, WRITTEN_ROWS } from './tables';

/** Reads for each write, as multiples of the ratio at which an index should pay. */
export const multiples = [0.25, 1, 4] as const;

/** What a write takes with its share of reads, with an index and without (µs), round by round. */
export interface Mix {
  multiple: number;
  /** Reads for each write, as they were. */
  ratio: number;
  without: number[];
  with: number[];
}

/** What an index must save reads to make up for what it costs writes: reads for each write (Δwrite ÷ Δread). */
export const breakEven = (writeCostUs: number, readGainUs: number): number => writeCostUs / readGainUs;

/** Few enough that the table hardly grows meanwhile. */
const WRITES = 1_000;

const mixing = (table: string) => `
  CREATE FUNCTION mix_${table}(reads int, keys text[]) RETURNS float8 LANGUAGE plpgsql AS $$
  DECLARE
    began timestamptz; sought text; done int := 0;
    names text[]; first_names text[]; last_names text[]; emails text[];
  BEGIN
    SELECT array_agg(name_of(i)), array_agg(first_of(i)), array_agg(last_of(i, ${WRITTEN_ROWS})), array_agg(email_of(i))
    INTO names, first_names, last_names, emails
    FROM generate_series(${WRITTEN_ROWS + 1}, ${WRITTEN_ROWS + WRITES}) AS i;
    began := clock_timestamp();
    FOR k IN 1 .. ${WRITES} LOOP
      INSERT INTO ${table} VALUES (${WRITTEN_ROWS} + k, names[k], first_names[k], last_names[k], emails[k], 0);
      -- Evenly among the writes.
      WHILE done * ${WRITES} < k * reads LOOP
        done := done + 1;
        sought := keys[done];
        PERFORM email FROM ${table} WHERE name = sought;
      END LOOP;
    END LOOP;
    RETURN extract(epoch FROM clock_timestamp() - began) * 1e6 / ${WRITES};
  END $$`;

const tables = { without: 'mixed_0', with: 'mixed_1' } as const;

/** Mixes of writes and reads below, at and above the ratio, each with an index and without, in rounds of random order. */
export async function timeMixes(server: Server, ratio: number, rounds: number, random: Random): Promise<Mix[]> {
  for (const [indexes, table] of [tables.without, tables.with].entries()) {
    await createWritten(server, table, indexes, 100);
    await server.rows(mixing(table));
    await mix(server, table, 1, random);
  }
  const mixes = multiples.map((multiple) => {
    const reads = Math.max(1, Math.round(multiple * ratio * WRITES));
    return { multiple, reads, ratio: reads / WRITES, without: [] as number[], with: [] as number[] };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const one of shuffled(random, mixes)) {
      for (const arm of shuffled(random, ['without', 'with'] as const)) {
        one[arm].push(await mix(server, tables[arm], one.reads, random));
      }
    }
  }
  return mixes;
}

async function mix(server: Server, table: string, reads: number, random: Random): Promise<number> {
  const people = Array.from({ length: reads }, () => 1 + Math.floor(random() * WRITTEN_ROWS));
  const [took] = await server.rows<{ us: number }>(
    `SELECT mix_${table}($1, array_agg(name_of(i))) AS us FROM unnest($2::int[]) AS i`,
    [reads, people],
  );
  await server.rows(`DELETE FROM ${table} WHERE id > ${WRITTEN_ROWS}`);
  await server.rows(`VACUUM ${table}`);
  return took!.us;
}

/** What an index adds to a write with its share of reads (µs), round by round. */
export const addedByIndex = (mixed: Mix, seed: number): Interval =>
  meanInterval(
    mixed.with.map((us, round) => us - mixed.without[round]!),
    { seed },
  );
