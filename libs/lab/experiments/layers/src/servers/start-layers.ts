import { type Child, startServer } from '@jobly/lab/instrument';
import { databaseUrl, type Stacks, type Target } from '@jobly/lab/system-under-test';
import { assertSameAnswers } from './same-answers';

/** The monolith's default. */
const POOL = '15';

/** What the lab puts beside the stacks to see how much each of their layers adds. */
export interface Layers {
  nothing: Target;
  bare: Target;
  express: Target;
  close(): Promise<void>;
}

/** Starts them over the monolith's database. @throws Failure if they do not give the monolith's answers */
export async function startLayers({ monolith, postgres }: Stacks): Promise<Layers> {
  const database = { DATABASE_URL: databaseUrl(postgres!, 'jobly'), MONOLITH_POOL: POOL };
  const started: Child[] = [];
  const close = async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
  const start = async (name: string, env?: NodeJS.ProcessEnv): Promise<Child> => {
    const child = await startServer(name, env);
    started.push(child);
    return child;
  };
  try {
    const nothing = await start('null-server');
    const bare = await start('bare-server', database);
    const express = await start('express-server', database);
    await assertSameAnswers(monolith.origin, { 'The bare server': bare.origin, 'The Express server': express.origin });
    const alone = ({ origin, pid }: Child, name: string): Target => ({ origin, processes: { pids: { [name]: pid } } });
    const overDatabase = (child: Child, name: string): Target => ({
      origin: child.origin,
      processes: { ...monolith.processes!, pids: { [name]: child.pid } },
    });
    return {
      nothing: alone(nothing, 'null server'),
      bare: overDatabase(bare, 'bare server'),
      express: overDatabase(express, 'Express server'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
