import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { logText } from './log-text';
import { requestLog } from './request-log';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'logs-'));
  mkdirSync(join(directory, 'logs'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(directory, name), text);
const line = (time: number, fields: object) => `${JSON.stringify({ level: 30, time, ...fields })}\n`;
/** There is no engine unless a test makes one, whatever runs on this machine. */
const logOf = (id: string) => requestLog(directory, id, join(directory, 'docker'));
const timesOf = async (id: string) => (await logOf(id)).map(({ time }) => time);

/** An engine with one container, whose log this is. */
function anEngine(log: string) {
  write('container.log', log);
  const script = `#!/bin/sh
if [ "$1" = ps ]; then echo '123 jobly_gateway_1'; else read -r line < '${directory}/container.log'; echo "$line"; fi
`;
  writeFileSync(join(directory, 'docker'), script, { mode: 0o755 });
}

describe('the log of a request', () => {
  it('has the lines of all processes in order of time, and of the run before', async () => {
    write('logs/jobs.log', line(1, { name: 'jobs', requestId: 'r' }) + line(4, { name: 'jobs', requestId: 'r' }));
    write('logs/gateway.log', line(3, { name: 'gateway', requestId: 'r' }) + line(5, { requestId: 'other' }));
    write('logs/gateway.log.1', line(2, { requestId: 'r' }));
    const lines = await logOf('r');
    expect(lines.map(({ time, process }) => `${time} ${process}`)).toEqual([
      '1 jobs',
      '2 gateway',
      '3 gateway',
      '4 jobs',
    ]);
  });

  it('leaves out a half-written last line, and what is no JSON', async () => {
    write('logs/jobs.log', `Error: "r"\n${line(1, { requestId: 'r' })}${line(2, { requestId: 'r' }).slice(0, -4)}`);
    expect(await timesOf('r')).toEqual([1]);
  });

  it.each(['.*', 'r|s', '[', '"', '\\', '$(id)', '{"requestId":"r"}'])('takes the id %j as plain text', async (id) => {
    write(
      'logs/jobs.log',
      line(1, { requestId: 'r' }) + line(2, { requestId: id }) + line(3, { msg: id, requestId: 's' }),
    );
    expect(await timesOf(id)).toEqual([2]);
  });

  it('is empty for part of an id, and where there are no logs', async () => {
    write('logs/jobs.log', line(1, { requestId: 'abc', msg: 'ab' }));
    expect(await timesOf('ab')).toEqual([]);
    expect(await requestLog(join(directory, 'nowhere'), 'abc', 'no-docker')).toEqual([]);
  });

  it('has the lines of containers, with the name of one that does not say its own', async () => {
    anEngine(line(7, { requestId: 'r' }));
    expect(await logOf('r')).toMatchObject([{ time: 7, process: 'jobly_gateway_1' }]);
  });

  it.each(['1e300', '-1e300', '"1"', '{"valueOf":1}', 'null'])(
    'has a line at the time %s behind the others',
    async (time) => {
      write('logs/jobs.log', `{"time":${time},"requestId":"r","msg":"when?"}\n${line(1, { requestId: 'r' })}`);
      const lines = await logOf('r');
      expect(logText(lines, pc.createColors(false)).split('\n')[1]).toBe('unknown time  jobs  info   when?');
    },
  );

  it('has lines with the line separators of Unicode, which JSON has within strings', async () => {
    const separated = line(1, { requestId: 'r', msg: 'a\u2028b\u2029c' });
    write('logs/jobs.log', separated);
    anEngine(separated);
    expect((await logOf('r')).map(({ msg }) => msg)).toEqual(['a\u2028b\u2029c', 'a\u2028b\u2029c']);
  });

  it('has the lines of nginx, whose time is in seconds', async () => {
    anEngine(
      '{"time":1733000000.123,"name":"nginx","requestId":"r","method":"GET","path":"/jobs","status":200,"seconds":0.02}',
    );
    const lines = await logOf('r');
    expect(logText(lines, pc.createColors(false))).toBe('20:53:20.123  nginx  info   GET /jobs → 200 in 20 ms');
  });
});

describe('as text, a line', () => {
  const plain = pc.createColors(false);
  const text = (fields: object) => logText([{ time: 0, process: 'jobs', level: 30, ...fields }], plain);

  it('says what was answered, how fast and for whom', () => {
    const answered = { method: 'GET', path: '/jobs/1', status: 200, ms: 3.5, user: 'ada' };
    expect(text(answered)).toBe('00:00:00.000  jobs  info   GET /jobs/1 → 200 in 3.5 ms for ada');
  });

  it('is one of the first of very many, which end with how many there are beyond them', () => {
    const many = Array.from({ length: 150_000 }, (_, time) => ({ time, process: 'jobs' }));
    const shown = logText(many, plain).split('\n');
    expect([shown.length, shown.at(-1)]).toEqual([1_001, 'and 149,000 more; --json has all']);
  });

  it('says what went wrong, and why', () => {
    const failed = { level: 50, msg: 'unexpected error', err: { message: 'Out of\ncheese' } };
    expect(text(failed)).toBe('00:00:00.000  jobs  error  unexpected error: Out of�cheese');
  });
});
