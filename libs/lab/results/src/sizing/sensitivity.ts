import { type Answer, answerOf } from './answer';
import { availabilityOf } from './availability';
import type { LaunchCoefficients, PerKind, StackCoefficients } from './coefficients';
import { loadOf } from './load';
import { type Field, FIELDS, type Scenario } from './scenario';

/** What becomes of a figure if one assumption is halved, and if it is doubled: in multiples of what it was. */
export interface Effect {
  halved: number;
  doubled: number;
}

export interface Sensitivity {
  assumption: string;
  p50: Effect;
  cores: Effect;
  cost: Effect;
  outage: Effect;
}

interface Changed {
  scenario: Scenario;
  launch: LaunchCoefficients;
}

interface Assumption {
  name: string;
  /** The same with the assumption so many times as large. */
  times(factor: number, changed: Changed): Changed;
}

/** Every assumption of the scenario, and the two that were measured. */
const assumptions: readonly Assumption[] = [
  ...FIELDS.map((field) => ({
    name: field.label,
    times: (factor: number, { scenario, launch }: Changed) => ({
      launch,
      scenario: { ...scenario, [field.name]: scaled(field, scenario[field.name], factor) },
    }),
  })),
  {
    name: 'CPU per request, as measured',
    times: (factor, { scenario, launch }) => ({
      scenario,
      launch: {
        ...launch,
        parts: launch.parts.map((part) => ({ ...part, perRequest: multiplied(part.perRequest, factor) })),
      },
    }),
  },
  {
    name: 'time of an unhindered request, as measured',
    times: (factor, { scenario, launch }) => ({
      scenario,
      launch: {
        ...launch,
        times: {
          reads: launch.times.reads.map((ms) => factor * ms),
          writes: launch.times.writes.map((ms) => factor * ms),
        },
      },
    }),
  },
];

/** One at a time: what halving and doubling each assumption does to a stack, on average over the launches. */
export function sensitivitiesOf(stack: StackCoefficients, scenario: Scenario): Sensitivity[] {
  const figuresOf = ({ times }: Assumption, factor: number) =>
    meanOf(
      stack.launches.map((launch) => {
        const changed = times(factor, { scenario, launch });
        const answer = answerOf(stack, changed.launch, changed.scenario);
        const { estimate } = availabilityOf(stack, loadOf(changed.launch, changed.scenario), changed.scenario);
        return { ...answer, outage: 1 - estimate };
      }),
    );
  return assumptions.map((assumption) => {
    const [halved, usual, doubled] = [0.5, 1, 2].map((factor) => figuresOf(assumption, factor));
    const effect = (figure: keyof Figures) => ({
      halved: inMultiplesOf(usual![figure], halved![figure]),
      doubled: inMultiplesOf(usual![figure], doubled![figure]),
    });
    return {
      assumption: assumption.name,
      p50: effect('p50'),
      cores: effect('cores'),
      cost: effect('cost'),
      outage: effect('outage'),
    };
  });
}

/** How far an assumption moves a figure, either way: 2 for one that doubles it or halves it. */
export const reachOf = ({ halved, doubled }: Effect) => Math.max(halved, doubled, 1 / halved, 1 / doubled);

type Figures = Answer<number> & { outage: number };

function meanOf(all: readonly Figures[]): Figures {
  const mean = (figure: keyof Figures) => all.reduce((sum, one) => sum + one[figure], 0) / all.length;
  return Object.fromEntries(
    Object.keys(all[0]!).map((figure) => [figure, mean(figure as keyof Figures)]),
  ) as unknown as Figures;
}

/** Nothing does not change, and neither does what has no end. */
const inMultiplesOf = (usual: number, now: number) => (now === usual ? 1 : now / usual);

const multiplied = ({ reads, writes }: PerKind, factor: number): PerKind => ({
  reads: factor * reads,
  writes: factor * writes,
});

function scaled({ least, most, complement, whole }: Field, value: number, factor: number): number {
  const wanted = complement ? 1 - factor * (1 - value) : factor * value;
  return Math.min(most, Math.max(least, whole ? Math.ceil(wanted) : wanted));
}
