import type { Operation } from '@jobly/contracts';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { createAdmission } from './admission/admission';
import { fixedLimit } from './admission/limit';
import { type AppOptions, createApp } from './app';
import { type Guard, type Route, guarded, route } from './routes';

type Line = Record<string, unknown> & { msg: string };

/** A log that is kept instead of written. */
export function keptLog(level = 'info'): { log: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const log = pino({ level }, { write: (line: string) => lines.push(JSON.parse(line) as Line) });
  return { log, lines };
}

/** An operation that takes nothing and may return anything, except for the given fields. */
export const anOperation = (given: Partial<Operation> = {}): Operation => ({
  method: 'get',
  path: '/things',
  owner: 'jobs',
  access: 'anyone',
  summary: 'Things',
  params: z.strictObject({}),
  query: null,
  body: null,
  status: 200,
  reply: z.unknown(),
  keyed: false,
  errors: [],
  ...given,
});

const letEveryoneIn: Guard = async () => undefined;

/** An admission with so many places, whatever the event loop does. */
export const anAdmission = (places = 1_000) => createAdmission('The test', () => fixedLimit(places));

/** An app with these routes. */
export const anApp = (
  routes: Route[],
  { guard = letEveryoneIn, ...options }: Partial<AppOptions> & { guard?: Guard } = {},
) =>
  createApp({
    name: 'test',
    log: keptLog('silent').log,
    readiness: { accepting: true },
    isPublic: false,
    probe: () => Promise.resolve(),
    operations: guarded(routes, guard),
    ...options,
  });

/** An app that does one thing on GET /things. */
export const anAppThat = (act: () => unknown, options: Partial<AppOptions> = {}) =>
  anApp([route(anOperation(), async () => act())], options);
