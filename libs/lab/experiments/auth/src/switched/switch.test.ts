import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { switchVerification } from './switch';

const directory = mkdtempSync(join(tmpdir(), 'jobly-switch-test-'));
const { verify } = jwt;

beforeAll(async () => {
  process.env['LAB_SWITCHES'] = directory;
  await import('../preloads/switchable-verification');
});

afterAll(() => {
  delete process.env['LAB_SWITCHES'];
  Object.assign(jwt, { verify });
  rmSync(directory, { recursive: true });
});

const token = jwt.sign({ username: 'ada' }, 'one secret');

const checked = () => jwt.verify(token, 'another secret');

describe('verification', () => {
  it('is switched off and on again in a running process', async () => {
    expect(checked).toThrow('invalid signature');
    await switchVerification(directory, [process.pid], 'off');
    expect(checked()).toMatchObject({ username: 'ada' });
    await switchVerification(directory, [process.pid], 'on');
    expect(checked).toThrow('invalid signature');
  });

  it('is not said to be switched in a process that has no switch', async () => {
    await expect(switchVerification(directory, [process.pid, 1], 'off')).rejects.toThrow(
      'The process 1 cannot switch verification off.',
    );
  });
});
