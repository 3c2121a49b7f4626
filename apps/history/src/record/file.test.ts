import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from './entries';
import { historyFile, readHistory } from './file';

const directory = mkdtempSync(join(tmpdir(), 'jobly-history-'));
afterAll(() => rmSync(directory, { recursive: true }));

const beginning: Entry = { type: 'beginning', format: 1, stack: 'micro', seed: 7, seconds: 60 };
const final: Entry = { type: 'final', at: 9, companies: [], jobs: [], users: [] };
const fault: Entry = { type: 'fault', at: 3, target: 'jobs', does: 'pause', forMs: 4 };
const operation: Entry = {
  ...{ type: 'operation', client: 'a', record: 'company/x', parents: [], does: 'read', value: null },
  ...{ invokedAt: 1, completedAt: 2.5, outcome: 'done', answer: '404' },
};

async function written(name: string, entries: Entry[]) {
  const path = join(directory, 'deeper', name);
  const file = historyFile(path);
  entries.forEach(file.append);
  await file.close();
  return path;
}

test('a history is read as it was written', async () => {
  const path = await written('whole', [beginning, operation, fault, operation, final]);
  expect(await readHistory(path)).toEqual({ beginning, final, operations: [operation, operation], faults: [fault] });
});

test('a run that did not come to its end has left no history', async () => {
  await expect(readHistory(await written('broken-off', [beginning, operation]))).rejects.toThrow(/has no end\.$/);
});

test.each(['', 'not JSON', '{"type":"operation"}', '{"type":"beginning","format":2}'])(
  'a file that is no history is told: %j',
  async (text) => {
    const path = join(directory, 'other');
    writeFileSync(path, text);
    await expect(readHistory(path)).rejects.toThrow(path);
  },
);

test('a file that is not there is told', async () => {
  await expect(readHistory(join(directory, 'none'))).rejects.toThrow(/none is not a history: ENOENT/);
});
