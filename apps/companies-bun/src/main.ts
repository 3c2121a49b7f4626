import { compose } from './compose';
import { prepare } from './data/prepare';
import { createLog } from './log';
import { StartError } from './problem';
import { readSettings } from './settings';

/** The time that requests under way have after the drain; then the process ends regardless (ms). */
const STOP_DEADLINE_MS = 10_000;

/** The migrations of the service's tables, whatever stack runs it: the build puts all apps side by side. */
const MIGRATIONS = `${import.meta.dirname}/../companies-service/migrations`;

/** The events that end a process; 'disconnect' is the loss of its parent, if it has one that talks to it. */
const ENDINGS = ['SIGTERM', 'SIGINT', 'disconnect'] as const;

let end: (why: string) => unknown = () => process.exit(0);
for (const event of ENDINGS) process.on(event, () => end(event));

const tellParent = (message: object) =>
  new Promise<void>((resolve) => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });

async function fail(error: unknown): Promise<never> {
  const isExpected = error instanceof StartError;
  const [reason = ''] = String(isExpected ? error.message : error).split('\n');
  console.error(isExpected ? reason : error);
  await tellParent({ failed: { reason, expected: isExpected } });
  process.exit(1);
}
process.on('uncaughtException', (error) => void fail(error));

async function run(): Promise<void> {
  const settings = readSettings(process.env);
  const seeded = await prepare(settings, MIGRATIONS);
  if (settings.MIGRATE === 'only') process.exit(0);
  const log = createLog(settings.LOG_LEVEL);
  const { readiness, start, listen, close } = await compose(settings, log);
  await start();
  const { url, drain } = await listen();
  readiness.accepting = true;
  log.info({ url }, 'ready');
  void tellParent({ ready: { url, seeded } });

  end = async (why) => {
    if (!readiness.accepting) return;
    readiness.accepting = false;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), settings.DRAIN_MS + STOP_DEADLINE_MS).unref();
    await drain(settings.DRAIN_MS);
    await close();
    process.exit(0);
  };
}

await run().catch(fail);
