import { Failure } from '@jobly/lab/instrument';
import { results as schema } from '@jobly/lab/results';
import { chosenFor } from './choose/choices';
import type { RunOptions } from './choose/options';
import type { Study } from './experiment/experiment';
import { createRun } from './experiment/run';
import { runExperiment } from './run-experiment';
import { Interrupted } from './run/interruption';

const options: RunOptions = {
  quick: true,
  seed: 11,
  flags: ['loudly'],
  json: false,
  admin: { username: 'testadmin', password: 'password' },
};

/** A study that reports how it was run, and draws its conclusion from that. */
const study: Study = {
  kind: 'study',
  name: 'made-up',
  question: 'What does a study see?',
  hypothesis: 'Its seed.',
  stacks: 'none',
  flags: { loudly: 'says it louder' },
  async observe({ seed, quick, flags }) {
    const row = [`${seed}`, `${quick}`, flags.join()];
    return { tables: [{ name: 'seen', title: 'Seen', note: '', head: ['seed', 'quick', 'flags'], rows: [row] }] };
  },
  conclude: ({ tables }) => ({ verdict: `It saw the seed ${JSON.stringify(tables[0]?.rows[0]?.[0])}.` }),
};

function runOf(experiment: Study, controller = new AbortController()) {
  const progress = { step: () => {}, advance: () => {}, end: () => {} };
  const { signal } = controller;
  return runExperiment({ ...chosenFor(experiment, options), options, run: createRun(), signal, progress }, () => {});
}

describe('a study', () => {
  it('has what it observed and what it concludes from it, and neither blocks nor gates', async () => {
    const results = await runOf(study);
    expect(schema.parse(results)).toEqual(results);
    expect(results).toMatchObject({
      experiment: 'made-up',
      machine: { speed: { rs256Us: expect.any(Number) as number, queryUs: null } },
      outcome: 'complete',
      valid: true,
      settings: { load: null, seed: 11, quick: true, flags: ['loudly'], stacks: 'none' },
      tables: [{ rows: [['11', 'true', 'loudly']] }],
      conclusion: { verdict: 'It saw the seed "11".', tables: [] },
      gates: [],
      blocks: [],
    });
  });

  it('can find that what it has observed does not count', async () => {
    const check = () => ['It saw nothing.'];
    expect(await runOf({ ...study, check })).toMatchObject({ outcome: 'complete', valid: false, reasons: check() });
  });

  it('that fails gives no results', async () => {
    const failing = { ...study, observe: () => Promise.reject(new Failure('There is nothing to see.')) };
    await expect(runOf(failing)).rejects.toThrow('There is nothing to see.');
  });

  it('that was interrupted gives no results, even if it has not noticed', async () => {
    const controller = new AbortController();
    controller.abort(new Interrupted());
    await expect(runOf(study, controller)).rejects.toThrow('It was interrupted.');
  });
});
