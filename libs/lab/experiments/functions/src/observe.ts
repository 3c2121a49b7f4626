import { seededRandom, seedOf, shuffled } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { exchange, takeInventory } from '@jobly/lab/system-under-test';
import { costPlot } from './cost-plot';
import { gather } from './crowd';
import { forms, makeForms } from './forms';
import { idleServer } from './idle';
import { launch, type Sample } from './launch';
import { plans } from './plan';
import { pricesIn } from './prices';
import { DATABASE, environmentOf, settingsOf } from './settings';
import { idleTable } from './idle-table';
import { coldTable, warmTable } from './tables';
import { coldStarts } from './waterfall';

/** Starts instances of every form in random order, again and again, and then many of the deployed form. */
export async function observe({ stacks, quick, seed, flags, signal, progress }: Scene): Promise<Observations> {
  const prices = pricesIn(flags);
  const { rounds, requests, instances } = plans[quick ? 'quick' : 'full'];
  const { jobs } = await takeInventory(stacks.monolith.origin, stacks.data);
  const path = `/jobs/${jobs.at(0)!.id}`;
  const { body } = await exchange(stacks.monolith.origin, { method: 'GET', path });
  const expected = JSON.stringify(body);
  progress.step('Bundling the function');
  await makeForms(environmentOf(stacks), signal);

  const samples: Sample[] = [];
  // The first round fills the system's cache of files, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    progress.step(`Starting every form, round ${round} of ${rounds}`);
    for (const form of shuffled(seededRandom(seedOf(seed, round)), forms)) {
      signal.throwIfAborted();
      const sample = await launch(form, round, { settings: settingsOf(form, stacks), path, expected, requests });
      if (round > 0) samples.push(sample);
    }
  }
  progress.step('Watching the server idle');
  await exchange(stacks.monolith.origin, { method: 'GET', path });
  const server = await idleServer(processesOf(stacks));
  const crowdOf = async (freezes: boolean) => {
    progress.step(`Letting ${instances} instances answer, which then ${freezes ? 'are frozen' : 'wait'}`);
    const settings = { ...settingsOf('deployed', stacks), freezes };
    return gather(settings, { instances, path, postgres: stacks.postgres!.pid });
  };
  const idle = { frozen: await crowdOf(true), awake: await crowdOf(false), server };
  return {
    tables: [coldTable(samples, seed), warmTable(samples, prices, seed), idleTable(idle, seed)],
    waterfalls: [coldStarts(samples, seed)],
    plots: [costPlot(samples, prices, seed)],
  };
}

/** The monolith of the stacks, which the lab has started. */
const processesOf = ({ monolith, postgres }: Scene['stacks']) => ({
  pids: monolith.processes!.pids,
  postgres: { pid: postgres!.pid, databases: [DATABASE] },
});
