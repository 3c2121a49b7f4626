import { NetworkError, TimeoutError } from './errors';
import { resilience } from './resilience';

describe('questions whose connections are lost together, as with a replica that dies', () => {
  it.each([1, 20, 64])('are all answered by another replica, be it %i of them', async (count) => {
    const { execute } = resilience(10_000, () => {});
    const asked = Array.from({ length: count }, () => {
      let attempts = 0;
      return execute(async () => {
        attempts += 1;
        if (attempts === 1) throw new NetworkError('lost');
        return attempts;
      });
    });
    expect(await Promise.all(asked)).toEqual(asked.map(() => 2));
    // Nor does the next one find the circuit open.
    expect(await execute(async () => 'an answer')).toBe('an answer');
  });

  it('are not all repeated if they are more than the connections that there can be', async () => {
    const { execute } = resilience(10_000, () => {});
    let attempts = 0;
    const asked = Array.from({ length: 500 }, () =>
      execute(async () => {
        attempts += 1;
        throw new NetworkError('lost');
      }),
    );
    await Promise.allSettled(asked);
    expect(attempts).toBeLessThan(2 * 500);
  });
});

it('tells when the circuit opens: at the tenth failure in a row, once', async () => {
  let openings = 0;
  const { execute } = resilience(10_000, () => (openings += 1));
  const fail = () => execute(() => Promise.reject(new TimeoutError('late'))).catch(() => {});
  for (let count = 0; count < 9; count += 1) await fail();
  expect(openings).toBe(0);
  for (let count = 0; count < 9; count += 1) await fail();
  expect(openings).toBe(1);
});
