import { setTimeout as delay } from 'node:timers/promises';
import { type Behaviour, type Generator, seedOf, startGenerator } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { type Exposed, startExposed } from '../exposed';
import type { Plan } from '../plan';
import { demandFor } from './demand';
import { bothOf, orderOf } from './order';
import { type Phase, phase } from './phase';

/** Two phases with the same demand, one soon after the other. */
export interface Pair {
  part: string;
  strike: string;
  launch: number;
  control: Phase;
  fault: Phase;
}

/** After a fault: longer than circuit breakers stay open. What was held up is gone when a phase ends. */
const PAUSE_MS = 1_000;

const PASSING: Behaviour = { kind: 'passing' };

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
  plan: Plan,
  exposed: Exposed,
  generator: Generator,
  launch: number,
): Promise<Pair[]> {
  const { services, rounds, launches, warmUpPhases } = plan;
  const { origin, parts } = exposed;
  const pairs: Pair[] = [];
  const fieldOf = (service: string) => {
    const { relay } = parts.find(({ name }) => name === service)!;
    return { origin, relay, generator, signal };
  };
  for (let time = 0; time < warmUpPhases; time++) {
    const service = services[time % services.length]!;
    progress.step(`micro: warm-up, launch ${launch} of ${launches}, phase ${time + 1} of ${warmUpPhases}`);
    await phase(fieldOf(service), demandFor(exposed, service, seedOf(seed, 'warm-up', launch, time)), PASSING);
  }
  for (let round = 1; round <= rounds; round++) {
    for (const turn of orderOf(plan, (launch - 1) * rounds + round - 1)) {
      const { part, strike } = turn;
      progress.step(`micro: ${part} ${strike.name} beside others, launch ${launch} of ${launches}, round ${round}`);
      const demand = demandFor(exposed, part, seedOf(seed, part, strike.name, launch, round));
      const phases = {
        control: () => phase(fieldOf(part), demand, PASSING),
        fault: async () => {
          const fault = await phase(fieldOf(part), demand, strike.behaviour);
          await delay(PAUSE_MS, undefined, { signal });
          return fault;
        },
      };
      pairs.push({ part, strike: strike.name, launch, ...(await bothOf(turn, phases)) });
    }
  }
  return pairs;
}
