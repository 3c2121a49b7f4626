import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { standardOutput } from './standard-output';

const directory = fs.mkdtempSync(join(tmpdir(), 'standard-output-'));
const file = join(directory, 'log');
let fd: number;
beforeEach(() => {
  fd = fs.openSync(file, 'w');
});
afterEach(() => {
  import.meta.jest.restoreAllMocks();
  fs.closeSync(fd);
});
afterAll(() => fs.rmSync(directory, { recursive: true }));

const full = () => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
};

const messages = () =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);

describe('a log', () => {
  it('is written at once', () => {
    pino({}, standardOutput(fd)).info('here');
    expect(messages()).toEqual(['here']);
  });

  it('on a full disk waits until lines can be written again', () => {
    const log = pino({}, standardOutput(fd));
    const writing = import.meta.jest.spyOn(fs, 'writeSync').mockImplementation(full);
    for (const line of ['one', 'two']) log.info(line);
    writing.mockRestore();
    log.info('three');
    expect(messages()).toEqual(['one', 'two', 'three']);
  });

  it('does not grow while the disk is full', () => {
    const log = pino({}, standardOutput(fd));
    const writing = import.meta.jest.spyOn(fs, 'writeSync').mockImplementation(full);
    for (let line = 0; line < 3_000; line++) log.info('x'.repeat(1_000));
    writing.mockRestore();
    log.info('x');
    expect(fs.statSync(file).size).toBeLessThanOrEqual(1_024 * 1_024);
    log.info('well again');
    expect(messages().at(-1)).toBe('well again');
  });
});

// A device that is always full; only Linux has it.
(fs.existsSync('/dev/full') ? describe : describe.skip)('a device that takes nothing', () => {
  it('stops nobody who logs to it', async () => {
    const always = fs.openSync('/dev/full', 'w');
    const log = pino({}, standardOutput(always));
    for (let line = 0; line < 10; line++) {
      log.warn('lost');
      await new Promise(setImmediate);
    }
    fs.closeSync(always);
  });
});
