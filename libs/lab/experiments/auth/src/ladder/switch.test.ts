import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { internalOperations } from '@jobly/contracts';
import axios from 'axios';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { Pool } from 'undici';
import { switchAuthentication } from './switch';

const directory = mkdtempSync(join(tmpdir(), 'jobly-switch-test-'));
const { verify, sign } = jwt;

const switchTo = (way: Parameters<typeof switchAuthentication>[2]) =>
  switchAuthentication(directory, [process.pid], way);

const secret = createSecretKey(Buffer.from('one secret'));
const token = jwt.sign({ username: 'ada' }, secret);

beforeAll(async () => {
  process.env['LAB_SWITCHES'] = directory;
  await import('../preloads/switchable-authentication');
});

afterEach(() => switchTo('usual'));

afterAll(() => {
  delete process.env['LAB_SWITCHES'];
  Object.assign(jwt, { verify, sign });
  rmSync(directory, { recursive: true });
});

describe('authentication', () => {
  it('is switched off and on again in a running process', async () => {
    const checked = () => jwt.verify(token, 'another secret');
    expect(checked).toThrow('invalid signature');
    await switchTo('only-read');
    expect(checked()).toMatchObject({ username: 'ada' });
    await switchTo('usual');
    expect(checked).toThrow('invalid signature');
  });

  it('signs tokens, which are kept for later calls, whatever the switch says', async () => {
    await switchTo('only-read');
    const onBehalf = jwt.sign({ act: { sub: 'jobs' } }, secret, { subject: 'ada', expiresIn: 30 });
    expect(verify(onBehalf, secret)).toMatchObject({ sub: 'ada' });
  });

  it('asks no other process while tokens are only read', async () => {
    const nobody = axios.create({ baseURL: 'http://127.0.0.1:1' });
    const ask = () =>
      nobody.request<string>({
        ...{ method: 'post', url: internalOperations.introspectToken.path, data: JSON.stringify({ token }) },
      });
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    await switchTo('only-read');
    const { status, data } = await ask();
    expect(status).toBe(200);
    expect(JSON.parse(data)).toMatchObject({ active: true, username: 'ada' });
    await expect(nobody.request({ url: '/jobs' })).rejects.toThrow('ECONNREFUSED');
  });

  it('opens a connection for every question where there is to be no keep-alive', async () => {
    let connections = 0;
    const server = createServer((_, response) => void response.end('{}')).on('connection', () => connections++);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const users = new Pool(`http://127.0.0.1:${port}`, { connections: 1 });
    const ask = async (path: string) => (await users.request({ method: 'POST', path, body: '{}' })).body.dump();
    const twice = async (path: string) => {
      await ask(path);
      await ask(path);
    };
    await twice(internalOperations.introspectToken.path);
    expect(connections).toBe(1);
    await switchTo('no-keep-alive');
    await twice('/jobs');
    expect(connections).toBe(1);
    await twice(internalOperations.introspectToken.path);
    expect(connections).toBeGreaterThan(1);
    await users.close();
    server.close();
  });

  it('looks up no user while tokens are only read', async () => {
    const noDatabase = new pg.Pool({ host: '127.0.0.1', port: 1 });
    const lookUp = (name: string) => noDatabase.query({ name, text: 'SELECT', values: ['an-account'] });
    await expect(lookUp('identify')).rejects.toThrow('ECONNREFUSED');
    await switchTo('only-read');
    expect((await lookUp('identify')).rows).toEqual([{ account: 'an-account', isAdmin: true }]);
    await expect(lookUp('profile')).rejects.toThrow('ECONNREFUSED');
    await noDatabase.end();
  });

  it('is not said to be switched in a process that has no switch', async () => {
    await expect(switchAuthentication(directory, [process.pid, 1], 'only-read')).rejects.toThrow(
      'The process 1 cannot switch its authentication to only-read.',
    );
  });
});
