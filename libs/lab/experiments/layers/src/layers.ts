import { allOrNone } from '@jobly/lab/instrument';
import { cpuPerThousand, responseP50 } from '@jobly/lab/results';
import { casesOf, type PairedExperiment, repeatOf, withTwin } from '@jobly/lab/runner';
import { jobDetail } from '@jobly/lab/system-under-test';
import { processes } from './servers/processes';
import { startLayers } from './servers/start-layers';
import { startProxy } from './servers/start-proxy';
import { largestLayers } from './conclude';

const AGAIN = repeatOf('gateway');

/** Each arm does everything that the previous one does, and one thing more. */
const LAYERS = [
  { arm: 'null server', adds: 'HTTP on node:http' },
  { arm: 'bare', adds: 'PostgreSQL and its driver' },
  { arm: 'Express', adds: 'Express' },
  { arm: 'monolith', adds: 'validation, context, metrics and modules' },
  { arm: 'ports', adds: 'calls between modules through JSON' },
  { arm: 'service', adds: 'the call to another service over HTTP' },
  { arm: 'proxy', adds: 'a hop through undici' },
  { arm: 'gateway', adds: 'what the gateway does for a request' },
];

const steps = LAYERS.slice(1).map(({ arm }, index) => ({ base: LAYERS[index]!.arm, other: arm }) as const);

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
      quick: { load, launches: 4, blocks: 2, blockMs: 800, leadInMs: 100, warmUp: 10_000 },
    },
    workloads: { all: [jobDetail], usual: { full: [jobDetail], quick: [jobDetail] } },
    comparisons: [
      ...[responseP50, cpuPerThousand].flatMap((metric) =>
        steps.map((step) => ({ ...step, as: 'difference' as const, metric })),
      ),
      { base: 'gateway', other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: 'gateway', other: AGAIN, metric: responseP50 },
    layers: [{ of: 'a request', steps: LAYERS }],
  },
  async arms(scene) {
    const { stacks } = scene;
    const service = stacks.services!.jobs;
    const { started, stop } = await allOrNone(async (keep) => {
      const { arms, close } = await withTwin('micro', scene, 'gateway');
      keep({ stop: async () => close?.() });
      return { ...keep(await startLayers(stacks)).started, ...keep(await startProxy(service)).started, twin: arms[1] };
    });
    const { nothing, bare, express, proxy } = started;
    const targets = [nothing, bare, express, stacks.monolith, stacks.loopback!, service, proxy, stacks.micro];
    const arms = targets.map((target, index) => ({
      ...target,
      name: LAYERS[index]!.arm,
      home: stacks.monolith.origin,
      ...(target === nothing && { answers: 'of its own' as const }),
    }));
    return { arms: [...arms, started.twin], close: stop };
  },
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
  conclude: (figures) => ({ verdict: largestLayers(figures) }),
};
