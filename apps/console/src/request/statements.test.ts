import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredSpan } from '@jobly/trace-store';
import { statementsOf } from './statements';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'traces-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const span = (traceId: string, process: string, attributes: StoredSpan['attributes'], beginUs = 1): string =>
  `${JSON.stringify({ traceId, process, attributes, beginUs, spanId: `${process}${beginUs}`, name: '', durationUs: 500 })}\n`;

const write = (...lines: string[]) => writeFileSync(join(directory, 'traces.jsonl'), lines.join(''));
const pause = async () => {};
const sql = (text: string) => ({ 'db.query.text': text });

describe('the statements of a request', () => {
  it('are those of all processes in its trace, in order of time', async () => {
    write(
      span('a', 'companies', sql('SELECT 2'), 3),
      span('a', 'jobs', sql('SELECT 1'), 2),
      span('b', 'jobs', sql('SELECT 3')),
      span('a', 'gateway', { 'jobly.request_id': 'wanted' }),
      span('b', 'gateway', { 'jobly.request_id': 'other' }),
      '{"traceId":"a", half a line',
    );
    expect(await statementsOf(directory, 'wanted', pause)).toEqual([
      { process: 'jobs', text: 'SELECT 1', ms: 0.5 },
      { process: 'companies', text: 'SELECT 2', ms: 0.5 },
    ]);
  });

  it('are waited for until those of all processes have come', async () => {
    write(span('a', 'gateway', { 'jobly.request_id': 'wanted' }));
    let readings = 0;
    const later = async () => {
      if (++readings === 1) appendFileSync(join(directory, 'traces.jsonl'), span('a', 'jobs', sql('SELECT 1')));
    };
    expect(await statementsOf(directory, 'wanted', later)).toHaveLength(1);
  });

  it('are at the end of a long file', async () => {
    const others = Array.from({ length: 40_000 }, () => span('b', 'jobs', sql('SELECT 3')));
    write(...others, span('a', 'monolith', { 'jobly.request_id': 'wanted' }));
    expect(await statementsOf(directory, 'wanted', pause)).toEqual([]);
  });

  it('are unknown without spans', async () => {
    expect(await statementsOf(directory, 'wanted', pause)).toMatchObject({
      unknown: expect.stringContaining('send it again'),
    });
  });
});
