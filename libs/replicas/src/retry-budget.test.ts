import { retryBudget } from './retry-budget';

/** How many of so many requests, all of which fail, are repeated. */
function repeatedOf(requests: number, budget = retryBudget(10)): number {
  let repeated = 0;
  for (let request = 0; request < requests; request++) {
    budget.deposit();
    if (budget.withdraw()) repeated++;
  }
  return repeated;
}

describe('a budget of retries', () => {
  it('lets a few requests be repeated at once', () => {
    expect(repeatedOf(5)).toBe(5);
  });

  it('lets a tenth of many be repeated, and a few more', () => {
    const repeated = repeatedOf(1_000);
    expect(repeated).toBeGreaterThan(100);
    expect(repeated).toBeLessThanOrEqual(110);
  });

  it('takes back what was not repeated after all', () => {
    const budget = retryBudget(10);
    for (let request = 0; request < 100; request++) if (budget.withdraw()) budget.refund();
    expect(repeatedOf(5, budget)).toBe(5);
  });

  it('forgets an outage after a while in which all goes well, and saves up no more than at first', () => {
    const budget = retryBudget(10);
    repeatedOf(1_000, budget);
    for (let request = 0; request < 10_000; request++) budget.deposit();
    expect(repeatedOf(1_000, budget)).toBeLessThanOrEqual(110);
    expect(repeatedOf(5, budget)).toBeLessThan(5);
  });
});
