import { Failure } from '@jobly/lab/instrument';
import { measuredBlock } from '@jobly/lab/fixtures/results';
import { inTurn } from './in-turn';
import { Interrupted } from './interruption';
import type { Measurement } from './measurement';

const { signal } = new AbortController();
const block = measuredBlock('a', 0, 1);

/** A part that measured one block at this arm. */
const partOf = (name: string, over: Partial<Measurement> = {}): Measurement => ({
  blocks: [block],
  outcome: 'complete',
  arms: [{ name, origin: `http://${name}` }],
  cases: [],
  databases: ['jobly'],
  memory: [],
  observations: {},
  warmUps: [{ arm: name, launch: 0, requests: 10, change: null }],
  ...over,
});

/** The names of the parts that are begun, and how it ends. */
async function ran(parts: (Measurement | Error)[], from = signal) {
  const begun: number[] = [];
  const all = parts.map((part, index) => () => {
    begun.push(index);
    return part instanceof Error ? Promise.reject(part) : Promise.resolve(part);
  });
  return { end: await inTurn(all, [block], from), begun };
}

describe('parts of a measurement', () => {
  it('make one, with each arm once, however often it was launched', async () => {
    const { end } = await ran([partOf('a'), partOf('b'), partOf('a', { observations: { tables: [] } })]);
    expect(end.arms.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(end.warmUps.map(({ arm }) => arm)).toEqual(['a', 'b', 'a']);
    expect(end).toMatchObject({ outcome: 'complete', databases: ['jobly'], observations: { tables: [] } });
  });

  it('are over when one of them ends early', async () => {
    const { end, begun } = await ran([partOf('a', { outcome: 'interrupted', reason: 'Enough.' }), partOf('b')]);
    expect(begun).toEqual([0]);
    expect(end).toMatchObject({ outcome: 'interrupted', reason: 'Enough.' });
  });

  it('keep what is measured when a later one does not start', async () => {
    const { end } = await ran([partOf('a'), new Failure('No port is free.'), partOf('c')]);
    expect(end).toMatchObject({ outcome: 'failed', reason: 'No port is free.', arms: [{ name: 'a' }] });
  });

  it('tell an interruption from what it broke', async () => {
    const controller = new AbortController();
    controller.abort(new Interrupted());
    const { end } = await ran([partOf('a'), new Failure('It does not answer.')], controller.signal);
    expect(end).toMatchObject({ outcome: 'interrupted', reason: 'It was interrupted.' });
  });

  it('that never begin are an error', async () => {
    await expect(ran([new Failure('No port is free.')])).rejects.toThrow('No port is free.');
  });
});
