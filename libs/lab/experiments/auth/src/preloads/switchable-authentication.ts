import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeLookUpsSwitchable, makeQuestionsSwitchable } from '../inside/introspection';
import { switchTo } from '../inside/state';
import { makeTokensSwitchable } from '../inside/tokens';

/**
 * Preloaded into processes of the lab alone: how callers are authenticated can be switched while the process runs, so
 * that two ways are measured in the same process. The applications have no switch for this and must not get one.
 *
 * Each process listens at a socket of its own, named after its id; a listener that nobody talks to costs nothing.
 */
makeTokensSwitchable();
makeQuestionsSwitchable();
makeLookUpsSwitchable();

createServer((connection) => {
  connection.once('data', (order) => {
    switchTo(order.toString());
    connection.end('done');
  });
})
  .listen(join(process.env['LAB_SWITCHES']!, `${process.pid}.sock`))
  .unref();
