import type { Results } from '../results';
import { type Markup, markup } from './markup';

/** What it takes to do it again: machine, versions, settings, seed. */
export function conditionsSection(results: Results): Markup {
  const { settings, machine, workloads, durationMs } = results;
  const { node, commit, ...versions } = machine.versions;
  return markup`<section>
<h3>How it was measured</h3>
<dl>
${term('Load', loadOf(results))}
${term('Blocks', `${settings.blocks} pairs of ${seconds(settings.blockMs)} for each operation, interleaved, after ${seconds(settings.leadInMs)} of lead-in each and ${seconds(settings.warmUpMs)} of warm-up`)}
${term('Operations', workloads.map(({ operation, rate }) => (rate === null ? operation : `${operation} at ${rate}/s`)).join(' · '))}
${term('Stacks', settings.stacks === 'started' ? 'started fresh by the lab' : 'ran already; the lab did not start them')}
${term('Machine', `${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}`)}
${term('Load before', `${machine.loadBefore.toFixed(2)} processes wanted a CPU${machine.loadBefore > machine.cpus / 2 ? ': the machine was busy before the run began' : ''}`)}
${term('Versions', [`Node ${node ?? 'unknown'}`, ...Object.entries(versions).map((entry) => entry.join(' ')), `Jobly ${commit ?? 'unknown'}`].join(' · '))}
${term('Took', seconds(durationMs))}
${term('Seed', String(settings.seed))}
${settings.stacks === 'started' ? markup`<dt>Again</dt><dd><code class="command">${commandOf(results)}</code></dd>` : undefined}
</dl>
</section>`;
}

const term = (name: string, description: string) => markup`<dt>${name}</dt><dd>${description}</dd>`;

const seconds = (ms: number) => `${Number((ms / 1_000).toPrecision(3))} s`;

function loadOf({ settings: { load } }: Results): string {
  return load.loop === 'open'
    ? `open loop: requests are due at ${load.rate}/s, ${load.arrivals} arrivals, whatever the server does`
    : `closed loop: ${load.concurrency} at a time, each sends its next request when it has the answer`;
}

/** The run once more, in words the command line understands. */
function commandOf({ experiment, settings: { quick, blocks, load, seed }, workloads }: Results): string {
  return [
    `npm run lab -- ${experiment}`,
    ...(quick ? ['--quick'] : []),
    `--operations ${workloads.map(({ name }) => name).join(',')}`,
    `--blocks ${blocks}`,
    ...(load.loop === 'open' ? [`--rate ${load.rate}`] : []),
    `--seed ${seed}`,
  ].join(' ');
}
