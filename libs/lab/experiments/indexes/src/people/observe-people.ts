import { type Random, seededRandom, seedOf } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { asAdministrator } from '@jobly/lab/system-under-test';
import { lookUpPlots } from '../lookups/plots';
import { lookUpTable, sizeTable, timeOf, treeTable, type Visits, visitsTable } from '../lookups/tables';
import { timeLookUps } from '../lookups/time';
import { sizesOf, type Tree, treeOf } from '../lookups/trees';
import { type Visit, visitOf } from '../lookups/visits';
import { type Plan, SCAN_DOMINATES } from '../plan';
import { breakEven, timeMixes } from '../writes/break-even';
import { WRITTEN_ROWS } from '../writes/tables';
import { breakEvenTable, costOfAnIndex, mixesTable, writesTable } from '../writes/tables-of-writes';
import { timeWrites } from '../writes/time';
import { fillPeople, PEOPLE } from './fill';
import { connectTo, type Server } from './server';
import { keyOf, ways } from './ways';

const DATABASE = 'jobly_index';

/** Look-ups and writes in tables of people, in a database of their own on the stacks' server. */
export async function observePeople({ stacks, seed, signal, progress }: Scene, plan: Plan): Promise<Observations> {
  const postgres = stacks.postgres!;
  const random = seededRandom(seedOf(seed, 'people'));
  await asAdministrator(postgres, [`CREATE DATABASE ${DATABASE}`]);
  const server = await connectTo(postgres, DATABASE, signal);
  try {
    await server.rows(PEOPLE);
    for (const rows of plan.sizes) {
      progress.step(`Filling tables of ${rows} people`);
      await fillPeople(server, rows);
    }
    await server.rows('CHECKPOINT');
    progress.step('Looking people up');
    const times = await timeLookUps(server, plan, random);
    const visits = await visitsOf(server, plan, random);
    const trees: Tree[] = [];
    for (const rows of plan.sizes) trees.push(await treeOf(server, rows));
    const sizes = await sizesOf(server, plan.sizes.at(-1)!);
    progress.step('Writing with no, one, three and six indexes');
    const writes = await timeWrites(server, plan.writeRounds, random);
    const cost = costOfAnIndex(writes, seed);
    const us = (indexed: 'none' | 'btree', rows: number) =>
      timeOf(times, { question: 'name', indexed }, rows, seed).estimate;
    const large = plan.sizes.filter((rows) => rows >= SCAN_DOMINATES);
    const gains = large.map((rows) => ({ rows, scan: us('none', rows), index: us('btree', rows) }));
    const { scan, index } = gains.find(({ rows }) => rows === WRITTEN_ROWS)!;
    progress.step('Mixing reads and writes');
    const mixes = await timeMixes(server, breakEven(cost.estimate, scan - index), plan.writeRounds, random);
    return {
      tables: [
        lookUpTable(times, seed),
        visitsTable(visits),
        treeTable(trees, visits),
        sizeTable(sizes, plan.sizes.at(-1)!),
        writesTable(writes, seed),
        breakEvenTable(gains, cost),
        mixesTable(mixes, seed),
      ],
      plots: lookUpPlots(times, seed),
    };
  } finally {
    await server.close();
    // What follows needs the disk.
    await asAdministrator(postgres, [`DROP DATABASE ${DATABASE} WITH (FORCE)`]);
  }
}

async function visitsOf(server: Server, { sizes }: Plan, random: Random): Promise<Visits> {
  const visits = new Map<string, Map<number, Visit>>();
  for (const way of ways) {
    const mine = new Map<number, Visit>();
    for (const rows of sizes) mine.set(rows, await visitOf(server, way, rows, random));
    visits.set(keyOf(way), mine);
  }
  return visits;
}
