import {
  dataInWords,
  mixesIn,
  pairsInWords,
  precisionInWords,
  type Results,
  sharesInWords,
  speedInWords,
  warmUpInWords,
} from '@jobly/lab/results';
import { type Markup, markup } from './markup';

/** Everything needed to repeat the run: machine, versions, settings, seed. */
export function conditionsSection(results: Results): Markup {
  const { settings, machine, durationMs, leftOut } = results;
  const { node, commit, ...versions } = machine.versions;
  const warmUp = warmUpInWords(results);
  const precision = precisionInWords(results);
  const speed = speedInWords(results);
  const data = dataInWords(results);
  return markup`<section>
<h3>How it was measured</h3>
<dl>
${settings.load && term('Load', loadOf(settings.load))}
${settings.load && term('Blocks', `${pairsInWords(results)} for each operation, each of ${seconds(settings.blockMs)}, interleaved, after ${seconds(settings.leadInMs)} of lead-in each${settings.warmUpMs > 0 ? ` and ${seconds(settings.warmUpMs)} of warm-up` : ''}`)}
${warmUp === undefined ? undefined : term('Warm-up', warmUp)}
${precision === undefined ? undefined : term('Precision', precision)}
${settings.load && term('Operations', operationsOf(results))}
${mixesIn(results).map(({ operation, shares }) => term('The mix', `${operation}: ${sharesInWords(shares)}`))}
${leftOut.map(({ name, reason }) => term('Left out', `${name}: ${reason}`))}
${settings.load === null && settings.stacks === 'none' ? undefined : term('Stacks', STACKS[settings.stacks])}
${data === undefined ? undefined : term('Data', data)}
${term('Machine', `${machine.cpus} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}`)}
${speed === undefined ? undefined : term('Speed', speed)}
${term('Load before', `${machine.loadBefore.toFixed(2)} processes wanted a CPU${machine.loadBefore > machine.cpus / 2 ? ': the machine was busy before the run began' : ''}`)}
${term('Versions', [`Node ${node ?? 'unknown'}`, ...Object.entries(versions).map((entry) => entry.join(' ')), `Jobly ${commit ?? 'unknown'}`].join(' · '))}
${term('Took', seconds(durationMs))}
${term('Seed', String(settings.seed))}
${settings.stacks === 'given' ? undefined : markup`<dt>Again</dt><dd><code class="command">${commandOf(results)}</code></dd>`}
</dl>
</section>`;
}

const term = (name: string, description: string) => markup`<dt>${name}</dt><dd>${description}</dd>`;

const STACKS = {
  started: 'started fresh by the lab',
  given: 'ran already; the lab did not start them',
  none: 'none: the server that was measured is the lab’s own',
} as const;

const seconds = (ms: number) => `${Number((ms / 1_000).toPrecision(3))} s`;

function loadOf(load: NonNullable<Results['settings']['load']>): string {
  return load.loop === 'open'
    ? `open loop: requests are due at ${load.rate}/s, ${load.arrivals} arrivals, whatever the server does`
    : `closed loop: ${load.concurrency} at a time, each sends its next request when it has the answer`;
}

/** Each operation once, whatever its configurations, with its rate. */
function operationsOf({ workloads }: Results): string {
  const told = workloads
    .filter(({ share }) => share === null)
    .map(({ operation, rate }) => (rate === null ? operation : `${operation} at ${rate}/s`));
  return [...new Set(told)].join(' · ');
}

/** The command line that repeats the run. */
function commandOf({ experiment, settings, workloads }: Results): string {
  const { quick, flags = [], launches, blocks, load, seed, precision, operations, data, writes } = settings;
  // An experiment may measure more than was chosen, which cannot be named on the command line.
  const chosen = operations.length > 0 ? operations : [...new Set(workloads.map(({ option }) => option))];
  return [
    `npm run lab -- ${experiment}`,
    ...(quick ? ['--quick'] : []),
    ...flags.map((flag) => `--${flag}`),
    ...(load
      ? [`--operations ${chosen.join(',')}`, ...(launches > 1 ? [`--launches ${launches}`] : []), `--blocks ${blocks}`]
      : []),
    ...(precision === null ? [] : [`--precision ${Number((100 * precision).toPrecision(3))}%`]),
    ...(load?.loop === 'open' ? [`--rate ${load.rate}`] : []),
    ...(data === undefined || data.name === 'seed' ? [] : [`--data ${data.name}`]),
    ...(writes === undefined ? [] : [`--writes ${Number((100 * writes).toPrecision(3))}%`]),
    `--seed ${seed}`,
  ].join(' ');
}
