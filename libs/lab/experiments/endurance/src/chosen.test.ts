import { chosen, EACH } from './chosen';

describe('the choice of what is observed', () => {
  it('is everything, unless one is named', () => {
    expect(chosen([])).toEqual(EACH);
    expect(chosen(['only restarts'])).toEqual(['restarts']);
  });

  it('cannot be what there is not', () => {
    expect(() => chosen(['only naps'])).toThrow('--only takes slow-readers, restarts, soak, not "naps".');
  });
});
