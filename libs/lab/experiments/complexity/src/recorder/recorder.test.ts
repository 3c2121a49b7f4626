import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Called, Entry, Served } from './entry';

/** One server asks another one, which checks a token, and is itself asked with fetch, twice. */
const program = `
import { once } from 'node:events';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import { Pool } from 'undici';
const listening = async (answer) => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const at = (server) => 'http://127.0.0.1:' + server.address().port;
const token = jwt.sign({}, 'secret');
const callee = await listening(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  jwt.verify(JSON.parse(text).token, 'secret');
  const answer = JSON.stringify({ isValid: true });
  response.setHeader('content-length', answer.length).end(answer);
});
const pool = new Pool(at(callee));
const caller = await listening(async (request, response) => {
  const { body } = await pool.request({ method: 'POST', path: '/check', body: JSON.stringify({ token }) });
  await body.text();
  response.end();
});
for (const attempt of ['now', 'again']) await (await fetch(at(caller) + '/ask?' + attempt)).text();
await pool.close();
caller.close();
callee.close();
`;

/** What the program notes; each test needs all of it. */
const entries: Entry[] = [];

const directory = mkdtempSync(join(tmpdir(), 'recorder-test-'));

beforeAll(async () => {
  const preload = pathToFileURL(resolve('dist/apps/lab/preloads/recorded.js')).href;
  const child = spawn(process.execPath, ['--import', preload, '--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_OPTIONS: '', LAB_RECORDING: directory },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(readdirSync(directory)).toEqual([`${child.pid}.jsonl`]);
  const lines = readFileSync(join(directory, `${child.pid}.jsonl`), 'utf8').trimEnd();
  entries.push(...lines.split('\n').map((line) => JSON.parse(line) as Entry));
});
afterAll(() => rmSync(directory, { recursive: true }));

const served = (path: string) =>
  entries.find((entry): entry is Served => entry.kind === 'served' && entry.path === path)!;
const allCalled = (path: string) =>
  entries.filter((entry): entry is Called => entry.kind === 'called' && entry.path === path);
const called = (path: string) => allCalled(path)[0]!;

describe('a process that is recorded', () => {
  it('notes what it answers, and calls others for', () => {
    expect(called('/check')).toMatchObject({ method: 'POST', by: served('/ask?now').id });
    expect(called('/ask?now')).toMatchObject({ method: 'GET', by: null });
  });

  it('notes where it listens', () => {
    const ports = entries.flatMap((entry) => (entry.kind === 'listening' ? [entry.port] : []));
    expect(ports).toEqual([called('/check').port, called('/ask?now').port]);
  });

  it('notes both ends of a connection, and when they worked', () => {
    const [call, request] = [called('/check'), served('/check')];
    expect(call.callerPort).toBe(request.callerPort);
    expect(call.port).not.toBe(called('/ask?now').port);
    expect(call.begin).toBeLessThan(request.begin);
    expect(request.begin).toBeLessThan(call.end);
  });

  it('notes the bodies, and the bytes of the messages with their heads', () => {
    const { bodies, bytes } = called('/check');
    expect(bodies).toEqual(served('/check').bodies.slice(0, 2));
    expect(bodies[1]).toBe('{"isValid":true}'.length);
    expect(bytes).toBeGreaterThan(bodies[0]! + bodies[1]! + 100);
    // The second one is as long, over the same connection.
    expect(allCalled('/check').map((call) => call.bytes)).toEqual([bytes, bytes]);
  });

  it('notes the tokens that it checks', () => {
    const requests = entries.flatMap((entry) => (entry.kind === 'served' && entry.path === '/check' ? [entry.id] : []));
    expect(entries.flatMap((entry) => (entry.kind === 'token' ? [entry.by] : []))).toEqual(requests);
    expect(requests).toHaveLength(2);
  });

  it('notes what it writes and reads as JSON, and for which request', () => {
    const [sent, received] = served('/check').bodies;
    const texts = (path: string) =>
      entries.flatMap((entry) => (entry.kind === 'text' && entry.by === served(path).id ? [entry.bytes] : []));
    expect(texts('/ask?now')).toEqual([sent]);
    expect(texts('/check')).toEqual(expect.arrayContaining([sent, received]));
  });
});
