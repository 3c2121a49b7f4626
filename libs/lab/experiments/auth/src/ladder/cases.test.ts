import { auth } from '../auth';
import { rungs } from './rungs';

const casesOf = (scale: 'quick' | 'full') => {
  const { workloads, configurations, settings } = auth.design;
  return auth.cases({
    workloads: workloads.all,
    arms: rungs.map(({ name }) => ({ name, origin: 'http://stack', home: 'http://stack' })),
    configurations,
    quick: scale === 'quick',
    settings: settings[scale],
  });
};

const pairsIn = (name: string) => casesOf('full').find((one) => one.name === name)?.blocks?.pairs;

describe('the cases of the ladder', () => {
  it('compare every rung with its base once on the first operation', () => {
    const cases = casesOf('full').filter(({ workload }) => workload === auth.design.workloads.all[0]);
    for (const { name, base } of rungs) {
      if (base === undefined) continue;
      const together = cases.filter(({ arms }) =>
        [name, base].every((wanted) => arms.some((arm) => arm.name === wanted)),
      );
      expect(together).toHaveLength(1);
    }
  });

  it('have more pairs the smaller a price is and the more processes there are', () => {
    const { blocks } = auth.design.settings.full;
    expect(pairsIn('change-missing-job, monolith: introspect')).toBe(blocks);
    expect(pairsIn('change-missing-job, monolith: jwks')).toBe(2 * blocks);
    expect(pairsIn('change-missing-job, micro: jwks')).toBe(4 * blocks);
    expect(pairsIn('change-missing-job, micro: jwks, further')).toBe(blocks);
  });

  it('have equally many in a quick run', () => {
    expect(new Set(casesOf('quick').map(({ blocks }) => blocks?.pairs))).toEqual(
      new Set([auth.design.settings.quick.blocks]),
    );
  });
});
