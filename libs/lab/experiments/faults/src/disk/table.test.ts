import { conclude } from '../conclude';
import { DISK_SCHEDULE } from './schedule';
import { diskTable } from './table';
import type { FullDisk, Write } from './writes';

const { fullMs, emptyMs } = DISK_SCHEDULE;

const one = (dueMs: number, failure?: string) => ({
  requestId: String(dueMs),
  method: 'GET' as const,
  dueMs,
  settledMs: dueMs + 5,
  ...(failure !== undefined && { failure }),
});

const write = (dueMs: number, isThere: boolean, failure?: string): Write => ({ ...one(dueMs, failure), isThere });

const seen: FullDisk = {
  stack: 'micro',
  reads: [one(fullMs), one(fullMs + 100)],
  writes: [
    write(fullMs - 100, true),
    write(fullMs + 100, true),
    write(fullMs + 200, false),
    write(fullMs + 300, false, 'status 503'),
    write(fullMs + 400, true, 'status 503'),
    write(fullMs + 500, true, 'status 504'),
    write(emptyMs + 45, false, 'status 500'),
  ],
};

describe('the table of a full disk', () => {
  it('tells what is lost from what is refused and from what is uncertain', () => {
    expect(diskTable([seen]).rows).toEqual([
      ['micro', '100 %', '40 %', '503, 504, status 500', '50.0 ms', '3', '1', '1'],
    ]);
  });

  it('counts a late answer as a failure, though as one that acknowledges', () => {
    const late = { ...write(fullMs + 100, true), settledMs: fullMs + 1_101 };
    const [row] = diskTable([{ ...seen, writes: [write(fullMs, true), late] }]).rows;
    expect(row).toEqual(['micro', '100 %', '50 %', 'late', '0.00 ms', '2', '0', '0']);
  });

  it('is told in a sentence', () => {
    expect(conclude({ tables: [diskTable([seen])] }).verdict).toBe(
      'While the disk is full, what does not work gets 503, 504 or status 500; 1 acknowledged writes are lost, and 1 refused ones took effect.',
    );
  });

  it('tells every kind of failure once, of whichever stack', () => {
    const other = { ...seen, stack: 'monolith', writes: [write(fullMs, false, 'status 503')] };
    const late = { ...other, reads: [{ ...one(fullMs), settledMs: fullMs + 1_001 }] };
    expect(conclude({ tables: [diskTable([other, late, other])] }).verdict).toContain(
      'what does not work gets 503 or a late answer;',
    );
  });

  it('tells if everything works', () => {
    const all = ['monolith', 'micro'].map((stack) => ({ ...seen, stack, writes: [write(fullMs, true)] }));
    expect(conclude({ tables: [diskTable(all)] }).verdict).toBe(
      'While the disk is full, everything works; 0 acknowledged writes are lost, and 0 refused ones took effect.',
    );
    const [well, failing] = [all[0]!, { ...all[1]!, writes: [write(fullMs, false, 'status 503')] }];
    expect(conclude({ tables: [diskTable([well, failing])] }).verdict).toContain('what does not work gets 503;');
  });

  it('says that it is left out, and nothing else, where no disk can be filled', () => {
    const table = diskTable(undefined);
    expect(table).toMatchObject({ rows: [], note: expect.stringMatching(/^Left out/) });
    expect(conclude({ tables: [table] }).verdict).toBe('Nothing was observed.');
  });
});
