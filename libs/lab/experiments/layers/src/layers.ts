import { cpuPerThousand, type Figures, responseP50 } from '@jobly/lab/results';
import { casesOf, type PairedExperiment, repeatOf } from '@jobly/lab/runner';
import { jobDetail } from '@jobly/lab/system-under-test';
import { processes } from './servers/processes';
import { startArms } from './start-arms';
import { tokensInWords, FORGETFUL } from './tokens';
import { largestLayers } from './conclude';

const AGAIN = repeatOf('gateway');

/** Each arm does everything that the previous one does, and one thing more. */
const LAYERS = [
  { arm: 'null server', adds: 'HTTP on node:http' },
  { arm: 'bare', adds: 'PostgreSQL and its driver' },
  { arm: 'Express', adds: 'Express' },
  { arm: 'monolith', adds: 'validation, context, metrics and modules' },
  { arm: 'ports', adds: 'calls between modules through JSON' },
  { arm: 'plain call', adds: 'a call through undici to a bare server' },
  { arm: 'received call', adds: 'the companies service at its other end' },
  { arm: 'axios', adds: 'axios' },
  { arm: 'service', adds: 'deadline, retries and circuit breaker' },
  { arm: 'proxy', adds: 'a hop through undici' },
  { arm: 'gateway', adds: 'what the gateway does for a request' },
];

/** A hop alone, without PostgreSQL and two services behind it, whose noise is more than it costs. */
const HOP = [
  { arm: 'null server', adds: 'HTTP on node:http' },
  { arm: 'null behind a proxy', adds: 'a hop through undici' },
  { arm: 'null behind the gateway', adds: 'what the gateway does for a request' },
];

const steps = [LAYERS, HOP].flatMap((layers) =>
  layers.slice(1).map(({ arm }, index) => ({ base: layers[index]!.arm, other: arm }) as const),
);

const load = { loop: 'open', arrivals: 'constant', rate: 200 } as const;

/** A request's time, layer by layer, on the way from nothing at all to microservices. */
export const layers: PairedExperiment = {
  kind: 'paired',
  name: 'layers',
  question: 'How much time and CPU does each layer add, from a server that does nothing to the microservices?',
  hypothesis: 'PostgreSQL and the two hops cost most; what the modules pass through JSON costs next to nothing.',
  stacks: 'own',
  loopback: true,
  processes,
  design: {
    configurations: [
      {
        name: 'as deployed',
        description: 'every layer a server of its own, all over one PostgreSQL server, on all CPUs',
      },
    ],
    settings: {
      full: { load, launches: 5, blocks: 4, blockMs: 1_500, leadInMs: 100, warmUp: 10_000 },
      quick: { load, launches: 4, blocks: 2, blockMs: 800, leadInMs: 100, warmUp: 1_500 },
    },
    workloads: { all: [jobDetail], usual: { full: [jobDetail], quick: [jobDetail] } },
    comparisons: [
      ...[responseP50, cpuPerThousand].flatMap((metric) =>
        [...steps, FORGETFUL].map((step) => ({ ...step, as: 'difference' as const, metric })),
      ),
      { base: 'gateway', other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: 'gateway', other: AGAIN, metric: responseP50 },
    layers: [
      { of: 'a request', steps: LAYERS },
      { of: 'a request to a server that does nothing', steps: HOP },
    ],
  },
  arms: startArms,
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
  conclude: (figures) => ({ verdict: verdictOn(figures) }),
};

function verdictOn(figures: Figures): string | undefined {
  const told = [largestLayers(figures), tokensInWords(figures)].filter((sentence) => sentence !== undefined);
  return told.length === 0 ? undefined : told.join(' ');
}
