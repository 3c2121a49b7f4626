import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemIn, workspaceAt } from '@jobly/architecture';
import { armAt, openSessions } from '@jobly/lab/runner';
import { startStacks } from '@jobly/lab/system-under-test';
import { edgesSeen } from './edges';
import { readNotes } from './notes';
import { recordingOf } from './operations';
import { undeclaredIn } from './seen';
import { sendAll } from './send';

// The services are real, because the question is what they ask of each other. Starting them takes seconds.
import.meta.jest.setTimeout(120_000);

it('the services make only calls that the code declares, and note all that their metrics count', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'live-test-'));
  const preload = pathToFileURL(resolve('dist/apps/lab/preloads/recorded.js')).href;
  const env = { NODE_OPTIONS: `--import=${preload}`, LAB_RECORDING: directory };
  const { signal } = new AbortController();
  const stacks = await startStacks(signal, { env });
  try {
    const { micro } = stacks;
    const sessions = await openSessions(stacks, [armAt(micro, 'micro')], 'live');
    const sent = await sendAll(micro, sessions.at(micro.origin), 'live', { warmUp: 1, requests: 1 }, signal);
    const notes = readNotes(directory, micro);
    expect(sent.map((one) => recordingOf(one, notes).requests.length)).toEqual(sent.map(() => 1));
    const declared = systemIn(workspaceAt('.')).topologies.find(({ name }) => name === 'micro')!.edges;
    expect(undeclaredIn(declared, edgesSeen(notes))).toEqual([]);
  } finally {
    await stacks.close();
    rmSync(directory, { recursive: true });
  }
});
