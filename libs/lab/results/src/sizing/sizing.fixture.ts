import type { LaunchCoefficients, PartCoefficients, Sizing, StackCoefficients } from './coefficients';
import { TIMES_AT } from './median';
import { usualScenario } from './scenario';

/** A part that takes so many ms of CPU for a read, and twice that for a write. */
export const madeUpPart = (name: string, ms: number, more: Partial<PartCoefficients> = {}): PartCoefficients => ({
  ...{ name, kind: 'process', connections: 5, memoryMiB: 200 },
  fixed: { reads: 0, writes: 0 },
  perRequest: { reads: ms, writes: 2 * ms },
  ...more,
});

/** Reads take 0.01 to 0.99 ms, all equally often, and writes twice that. */
export const madeUpLaunch = (parts: readonly PartCoefficients[]): LaunchCoefficients => ({
  parts: [...parts],
  generatorMs: 0,
  times: { reads: TIMES_AT.map((at) => at / 100), writes: TIMES_AT.map((at) => at / 50) },
});

/** A front and a process behind it with a database; reads need only the front and the database. */
export function madeUpStack(name = 'micro', launches = 3): StackCoefficients {
  const database = madeUpPart('database', 0.2, { kind: 'database', connections: 0, memoryMiB: 0 });
  const each = (speed: number) => madeUpLaunch([madeUpPart('front', speed), madeUpPart('behind', speed / 2), database]);
  return {
    name,
    operations: [
      { operation: 'GET /things', kind: 'reads', share: 1, roundTrips: 2, needs: ['front', 'database'] },
      { operation: 'PATCH /things', kind: 'writes', share: 1, roundTrips: 4, needs: ['front', 'behind', 'database'] },
    ],
    launches: Array.from({ length: launches }, (_, index) => each(1 + (index - (launches - 1) / 2) / 10)),
  };
}

/** The coefficients of two stacks, with loads that were predicted to within 10 %. */
export const madeUpSizing = (changes: Partial<Sizing> = {}): Sizing => ({
  scenario: { ...usualScenario() },
  stacks: [madeUpStack('monolith'), madeUpStack('micro')],
  checks: ['monolith', 'micro'].map((stack) => ({
    ...{ stack, reads: 0.7, rate: 300 },
    p50: { estimate: 1.1, low: 1.05, high: 1.15 },
    busy: { estimate: 0.95, low: 0.9, high: 1 },
  })),
  ...changes,
});
