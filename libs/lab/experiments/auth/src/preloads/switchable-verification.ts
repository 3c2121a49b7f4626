import { createServer } from 'node:net';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';

/**
 * Preloaded into processes of the lab alone: verification can be switched off and on while the process runs, so that
 * both are measured in the same process. The applications have no switch for this and must not get one.
 *
 * Each process listens at a socket of its own, named after its id; a listener that nobody talks to costs nothing.
 */
const { verify } = jwt;

const check = (...call: Parameters<typeof verify>): unknown => verify(...call);

const read = (token: string): unknown => jwt.decode(token);

Object.assign(jwt, { verify: check });

createServer((connection) => {
  connection.once('data', (order) => {
    Object.assign(jwt, { verify: order.toString() === 'off' ? read : check });
    connection.end('done');
  });
})
  .listen(join(process.env['LAB_SWITCHES']!, `${process.pid}.sock`))
  .unref();
