import { allOrNone, type Child, startServer, type Together } from '@jobly/lab/instrument';
import { databaseUrl, type Stacks, type Target } from '@jobly/lab/system-under-test';
import { assertSameAnswers, somePaths } from './same-answers';

/** The monolith's default. */
const POOL = '15';

/** The servers that the lab adds beside the stacks to see the cost of each layer. */
export interface Layers {
  nothing: Target;
  bare: Target;
  express: Target;
}

/**
 * Starts them over the monolith's database.
 * @throws Failure if their answers differ from the monolith's
 */
export const startLayers = ({ monolith, postgres }: Stacks): Promise<Together<Layers>> =>
  allOrNone(async (keep) => {
    const database = { DATABASE_URL: databaseUrl(postgres!, 'jobly'), POOL };
    const nothing = keep(await startServer('null-server'));
    const bare = keep(await startServer('bare-server', database));
    const express = keep(await startServer('express-server', database));
    const added = { 'The bare server': bare.origin, 'The Express server': express.origin };
    await assertSameAnswers(monolith.origin, added, await somePaths(monolith.origin));
    const alone = ({ origin, pid }: Child, name: string): Target => ({ origin, processes: { pids: { [name]: pid } } });
    const overDatabase = (child: Child, name: string): Target => ({
      origin: child.origin,
      processes: { ...monolith.processes!, pids: { [name]: child.pid } },
    });
    return {
      nothing: alone(nothing, 'null server'),
      bare: overDatabase(bare, 'bare server'),
      express: overDatabase(express, 'Express server'),
    };
  });
