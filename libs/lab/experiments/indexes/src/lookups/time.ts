import { type Random, shuffled } from '@jobly/lab/instrument';
import type { Plan } from '../plan';
import type { Server } from '../people/server';
import { conditionOf, keyOf, type Question, tableOf, type Way, ways } from '../people/ways';

/** What one look-up took in each round (µs), by the way and the number of rows. */
export type Times = ReadonlyMap<string, ReadonlyMap<number, number[]>>;

interface Cell {
  way: Way;
  rows: number;
  /** Look-ups in a block. */
  lookUps: number;
}

const MOST_LOOK_UPS = 2_000;

const functionOf = ({ question, indexed }: Way, rows: number) =>
  `time_${tableOf(indexed, rows)}_${question.replaceAll(' ', '_')}`;

/**
 * A function that looks people up by a prepared plan, one after the other, and returns the time of one (µs): in the
 * server, because a round trip takes longer than an index does.
 */
const timing = (way: Way, rows: number) => `
  CREATE FUNCTION ${functionOf(way, rows)}(keys text[], others text[]) RETURNS float8 LANGUAGE plpgsql AS $$
  DECLARE began timestamptz := clock_timestamp(); sought text; other text;
  BEGIN
    FOR k IN 1 .. cardinality(keys) LOOP
      sought := keys[k];
      other := others[k];
      PERFORM email FROM ${tableOf(way.indexed, rows)} WHERE ${conditionOf[way.question]};
    END LOOP;
    RETURN extract(epoch FROM clock_timestamp() - began) * 1e6 / cardinality(keys);
  END $$`;

/** The expression that makes the key for person `i`. */
export const keyFor = (question: Question, rows: number) =>
  ({
    name: 'name_of(i)',
    'first and last name': `last_of(i, ${rows})`,
    'last name': `last_of(i, ${rows})`,
    'part of the name': `'%' || substr(name_of(i), 5, 8) || '%'`,
  })[question];

/** Times every way at every size, in rounds of random order. */
export async function timeLookUps(server: Server, { sizes, rounds, blockMs }: Plan, random: Random): Promise<Times> {
  const cells: Cell[] = [];
  for (const rows of sizes) {
    for (const way of ways) {
      await server.rows(timing(way, rows));
      await timed(server, { way, rows, lookUps: 10 }, random);
      const us = await timed(server, { way, rows, lookUps: 3 }, random);
      cells.push({ way, rows, lookUps: Math.min(MOST_LOOK_UPS, Math.ceil((blockMs * 1_000) / us)) });
    }
  }
  const times = new Map(ways.map((way) => [keyOf(way), new Map(sizes.map((rows) => [rows, [] as number[]]))]));
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of shuffled(random, cells)) {
      times
        .get(keyOf(cell.way))!
        .get(cell.rows)!
        .push(await timed(server, cell, random));
    }
  }
  return times;
}

/** The time of one look-up in a block of them, each for someone else (µs). */
async function timed(server: Server, { way, rows, lookUps }: Cell, random: Random): Promise<number> {
  const people = Array.from({ length: lookUps }, () => 1 + Math.floor(random() * rows));
  const [found] = await server.rows<{ us: number }>(
    `SELECT ${functionOf(way, rows)}(array_agg(${keyFor(way.question, rows)}), array_agg(first_of(i))) AS us
     FROM unnest($1::int[]) AS i`,
    [people],
  );
  return found!.us;
}
