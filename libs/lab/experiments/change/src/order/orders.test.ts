import { inWords } from './in-words';
import { findOrders } from './orders';
import { type Changed, stepsFor } from './steps';

const one = (name: string, migrates = false): Changed => ({ name, app: name, database: name, migrates });

/** The orders of these steps, where a state is broken that has one of a pair of steps and not the other. */
async function ordersOf(changed: Changed[], broken: (done: ReadonlySet<string>) => boolean) {
  const looked: string[] = [];
  const orders = await findOrders(stepsFor(changed), async (done) => {
    looked.push([...done].join('+'));
    return !broken(done);
  });
  return { ...orders, looked, words: inWords(orders) };
}

const needs = (second: string, first: string) => (done: ReadonlySet<string>) => done.has(second) && !done.has(first);

const three = [one('users'), one('companies'), one('jobs')];

describe('the orders of a deployment', () => {
  it('are all of them if every state is sound, and every state was looked at', async () => {
    const { words, sound, possible, looked } = await ordersOf(three, () => false);
    expect([words, sound, possible, looked.length]).toEqual(['any order', 6, 6, 8]);
  });

  it('are those that keep what has to come before', async () => {
    const { words, sound, precedences } = await ordersOf(three, needs('jobs', 'companies'));
    expect([words, sound]).toEqual(['companies before jobs', 3]);
    expect(precedences).toEqual([['companies', 'jobs']]);
  });

  it('can be a single one', async () => {
    const chain = (done: ReadonlySet<string>) => needs('jobs', 'companies')(done) || needs('companies', 'users')(done);
    expect((await ordersOf(three, chain)).words).toBe('only users, then companies, then jobs');
  });

  it('are none if all ways lead through a state that breaks, and no state behind it is looked at', async () => {
    const together = (done: ReadonlySet<string>) => done.has('jobs') !== done.has('companies');
    const { words, looked, example } = await ordersOf(three, together);
    expect([words, example]).toEqual(['none', []]);
    expect(looked.sort()).toEqual(['', 'companies', 'jobs', 'users', 'users+companies', 'users+jobs']);
  });

  it('are none if the new version itself breaks', async () => {
    expect((await ordersOf(three, (done) => done.size === 3)).words).toBe('none');
  });

  it('are counted, with an example, where no precedences describe them', async () => {
    const first = (done: ReadonlySet<string>) => done.size === 1 && done.has('users');
    const second = (done: ReadonlySet<string>) => done.size === 2 && !done.has('users');
    const { words } = await ordersOf(three, (done) => first(done) || second(done));
    expect(words).toBe('2 of 6 orders, companies, then users, then jobs for instance');
  });

  it('have a migration before its deployable, which is nothing to be mentioned', async () => {
    const { words, possible, looked } = await ordersOf([one('jobs', true), one('users')], () => false);
    expect([words, possible]).toEqual(['any order', 3]);
    expect(looked).not.toContain('jobs');
  });

  it('are told in words where there is no choice', async () => {
    expect((await ordersOf([one('monolith', true)], () => false)).words).toBe('monolith schema, then monolith');
    expect((await ordersOf([one('monolith')], () => false)).words).toBe('one step');
    expect((await ordersOf([one('monolith', true)], (done) => done.size === 1)).words).toBe('none');
    expect((await ordersOf([], () => false)).words).toBe('nothing to deploy');
  });
});
