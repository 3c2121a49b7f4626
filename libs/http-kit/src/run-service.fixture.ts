import { createServer } from 'node:net';
import { route } from './routes';
import { runService } from './run-service';
import { anAdmission, anApp, anOperation, keptLog } from './app.fixture';

/** A process that serves GET /slow and answers it when its parent says so; FAULT is its misbehaviour. */
const released = Promise.withResolvers<undefined>();
process.once('message', () => released.resolve(undefined));

void runService(async () => {
  const { FAULT } = process.env;
  if (FAULT === 'bug') throw new TypeError('a bug in the composition');
  if (FAULT === 'nothing to serve') return;
  if (FAULT === 'only seeds') return { seeded: true };
  if (FAULT === 'starts for ever') {
    process.send?.('starting');
    await new Promise(() => {});
  }

  const port = FAULT === 'taken port' ? await takenPort() : 0;
  const readiness = FAULT === 'stopped when ready' ? stoppedWhenReady() : { accepting: false };
  const slow = route(anOperation({ path: '/slow' }), async () => {
    process.send?.('under way');
    await released.promise;
    return { done: true };
  });
  const close = async () => {
    if (FAULT === 'cannot close') throw new Error('the pool does not close');
    process.send?.('closed');
  };
  return {
    app: anApp([slow], { readiness }),
    admission: anAdmission(),
    log: keptLog('silent').log,
    isPublic: true,
    readiness,
    close,
    drainMs: Number(process.env['DRAIN_MS']),
    host: '127.0.0.1',
    port,
    portVariable: 'JOBS_PORT',
  };
});

/** A signal that is on its way when the process becomes ready, and arrives later. */
function stoppedWhenReady() {
  let accepting = false;
  return {
    get accepting() {
      return accepting;
    },
    set accepting(now) {
      accepting = now;
      if (now) process.kill(process.pid, 'SIGTERM');
    },
  };
}

function takenPort(): Promise<number> {
  const other = createServer();
  return new Promise((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
