import { setTimeout as delay } from 'node:timers/promises';
import { type Behaviour, type Generator, seedOf, startGenerator } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { type Exposed, startExposed } from '../exposed';
import type { Plan } from '../plan';
import { demandFor } from './demand';
import { type Phase, phase } from './phase';

/** Two phases with the same demand, one right after the other. */
export interface Pair {
  part: string;
  strike: string;
  launch: number;
  control: Phase;
  fault: Phase;
}

const STRIKES: readonly { name: string; behaviour: Behaviour }[] = [
  { name: 'dead', behaviour: { kind: 'refusing' } },
  { name: 'frozen', behaviour: { kind: 'stalled' } },
  { name: 'flapping', behaviour: { kind: 'flapping', share: 0.3 } },
];

/** Until circuit breakers have closed again, and what was held up is gone. */
const PAUSE_MS = 1_000;

/** Requests of each kind before anything counts, so that code is compiled and connections are open. */
const WARM_UP_PHASES = 1;

/** Services of the microservices fail, beside controls, in several launches. */
export async function failingNeighbours(scene: Scene, plan: Plan): Promise<Pair[]> {
  const generator = startGenerator();
  const pairs: Pair[] = [];
  try {
    for (let launch = 1; launch <= plan.launches; launch++) {
      const exposed = await startExposed(scene, 'micro', `${scene.run.id}n${launch}`);
      try {
        pairs.push(...(await pairsOf(scene, plan, exposed, generator, launch)));
      } finally {
        await exposed.stop();
      }
    }
  } finally {
    await generator.stop();
  }
  return pairs;
}

async function pairsOf(
  { seed, signal, progress }: Scene,
  { services, besideOthers, rounds, launches }: Plan,
  exposed: Exposed,
  generator: Generator,
  launch: number,
): Promise<Pair[]> {
  const { origin, parts } = exposed;
  const pairs: Pair[] = [];
  const fieldOf = (service: string) => {
    const { relay } = parts.find(({ name }) => name === service)!;
    return { origin, relay, generator, signal };
  };
  for (let time = 0; time < WARM_UP_PHASES; time++) {
    const [service = ''] = services;
    await phase(fieldOf(service), demandFor(exposed, service, seed), { kind: 'passing' });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const part of services) {
      for (const { name: strike, behaviour } of STRIKES.filter(({ name }) => besideOthers.includes(name))) {
        progress.step(`micro: ${part} ${strike} beside others, launch ${launch} of ${launches}, round ${round}`);
        const demand = demandFor(exposed, part, seedOf(seed, part, strike, launch, round));
        const control = await phase(fieldOf(part), demand, { kind: 'passing' });
        const fault = await phase(fieldOf(part), demand, behaviour);
        pairs.push({ part, strike, launch, control, fault });
        await delay(PAUSE_MS, undefined, { signal });
      }
    }
  }
  return pairs;
}
