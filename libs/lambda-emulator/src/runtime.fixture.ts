import type { FunctionSettings } from './instance';

/**
 * A runtime in a few lines, as the protocol has it. Its function does what the event says: `ticks` are the turns of a
 * timer that goes on while the process runs.
 */
const RUNTIME = `
import { spawn } from 'node:child_process';
import { request } from 'node:http';
const base = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/';
const post = (path, body) => fetch(base + path, { method: 'POST', body });
const endWhileSending = (path) =>
  new Promise(() => {
    request(base + path, { method: 'POST', headers: { 'Content-Length': 1_000_000 } }).write('{', () => process.exit(3));
  });
if (process.env.BEHAVIOUR === 'init-error') {
  await post('init/error', JSON.stringify({ errorMessage: 'no settings', errorType: 'Error' }));
  process.exit(1);
}
if (process.env.BEHAVIOUR === 'init-broken-off') await endWhileSending('init/error');
let ticks = 0;
setInterval(() => (ticks += 1), 1);
for (let calls = 1; ; calls += 1) {
  const next = await fetch(base + 'invocation/next');
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const event = await next.json();
  if (event.do === 'spawn') event.pid = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60_000)']).pid;
  if (event.do === 'exit') process.exit(3);
  if (event.do === 'break-off') await endWhileSending('invocation/' + id + '/response');
  if (event.do === 'hang') await new Promise(() => {});
  if (event.do === 'fail') await post('invocation/' + id + '/error', '{"errorMessage":"broken"}');
  else if (event.do === 'misuse') {
    const early = await fetch(base + 'invocation/next');
    const other = await post('invocation/another/response', '{}');
    await post('invocation/' + id + '/response', JSON.stringify({ early: early.status, other: other.status }));
  } else if (event.do === 'answer-bytes') {
    await post('invocation/' + id + '/response', '"' + 'x'.repeat(event.bytes - 2) + '"');
  } else {
    const headers = Object.fromEntries(next.headers);
    await post('invocation/' + id + '/response', JSON.stringify({ pid: process.pid, calls, ticks, event, headers }));
    if (event.do === 'answer-and-exit') process.exit(3);
    if (event.do === 'answer-and-hang') await new Promise(() => {});
  }
}`;

export const aFunction = (given: Partial<FunctionSettings> = {}): FunctionSettings => ({
  name: 'fixture',
  directory: import.meta.dirname,
  handler: 'none.handler',
  runtime: [process.execPath, '--input-type=module', '-e', RUNTIME],
  env: {},
  memoryMb: 128,
  timeoutMs: 5_000,
  freezes: false,
  log: 'ignore',
  ...given,
});
