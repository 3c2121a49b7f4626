import { couplingOf, type Element } from './coupling';

const element = (name: string, of: string, uses: string[] = [], isAbstract = false): Element => ({
  ...{ name, package: of, uses, isAbstract },
});

/** Two of the app depend on the kit, and one of the kit on the contracts; the kit has one type among four. */
const elements = [
  element('main', 'app', ['open', 'close', 'settings']),
  element('settings', 'app', ['open']),
  element('open', 'kit', ['Door']),
  element('close', 'kit', ['Door']),
  element('Door', 'kit', ['Handle'], true),
  element('unused', 'kit'),
  element('Handle', 'contracts', [], true),
];

describe('the coupling of a package', () => {
  it('is what depends on it, and what in it depends on others', () => {
    expect(couplingOf('kit', elements)).toEqual({
      ...{ afferent: 2, efferent: 1, instability: 1 / 3, abstractness: 1 / 4 },
      distance: expect.closeTo(5 / 12),
    });
  });

  it('is stable and abstract where everything only depends on it', () => {
    const contracts = couplingOf('contracts', elements);
    expect(contracts).toEqual({ afferent: 1, efferent: 0, instability: 0, abstractness: 1, distance: 0 });
  });

  it('has no instability without any coupling', () => {
    expect(couplingOf('alone', [element('one', 'alone')])).toMatchObject({ instability: null, distance: null });
  });
});
