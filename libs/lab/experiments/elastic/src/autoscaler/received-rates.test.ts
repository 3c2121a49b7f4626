import { createRates } from './received-rates';

describe('the rate at which a replica receives requests', () => {
  it('is missing until it has been scraped twice, and is then that of the last two periods', () => {
    const rateOf = createRates();
    const replica = {};
    expect(rateOf(replica, 100, 0)).toBeUndefined();
    expect(rateOf(replica, 150, 1_000)).toBe(50);
    expect(rateOf(replica, 250, 2_000)).toBe(75);
    expect(rateOf(replica, 250, 3_000)).toBe(50);
  });

  it('is missing while the replica does not answer, and of the whole time after that', () => {
    const rateOf = createRates();
    const [replica, other] = [{}, {}];
    rateOf(replica, 100, 0);
    expect(rateOf(replica, undefined, 1_000)).toBeUndefined();
    expect(rateOf(other, 5, 1_000)).toBeUndefined();
    expect(rateOf(replica, 300, 2_000)).toBe(100);
  });
});
