import type { Answer, Answers, StackName } from '../../../api/request';
import { reasonIn, verdictOf } from './verdict';

const answer = (stack: StackName, clientMs: number, hops: number): Answer => ({
  ...{ stack, clientMs, status: 200, headers: [], lines: [], bytes: 0, isCut: false, median: null },
  ...{ account: { unknown: '' }, work: { unknown: '' } },
  parts: [
    { name: 'hops', ms: hops },
    { name: 'database', ms: clientMs - hops },
  ],
});

const answers = (...given: Answers['answers']): Answers => ({
  ...{ method: 'GET', path: '/jobs/1', warmUp: 0, of: 1, isTraced: false, order: [], areSame: null, comparison: '' },
  answers: given,
});

/** Spaces that do not break are spaces. */
const plain = (text = '') => text.replaceAll('\u00a0', ' ');

describe('the verdict on one request', () => {
  const both = answers(answer('monolith', 1, 0), answer('micro', 4, 2));

  it('says how long it took in each stack', () => {
    expect(plain(verdictOf(both))).toBe('GET /jobs/1 took 1.00 ms in the monolith and 4.00 ms in the microservices.');
  });

  it('says so with the interval of the median, if there were several', () => {
    const median = { estimate: 4, low: 3.5, high: 5 };
    expect(plain(verdictOf(answers({ ...answer('micro', 4, 2), median })))).toBe(
      'GET /jobs/1 took 4.00 (3.50 to 5.00) ms in the microservices.',
    );
  });

  it('says what the difference consists of, the largest part first', () => {
    expect(plain(reasonIn(both))).toBe('The 3.00 ms more in the microservices: hops 2.00 ms, database 1.00 ms.');
  });

  it('does not explain a difference that is not there', () => {
    expect(reasonIn(answers(answer('monolith', 1, 0)))).toBeUndefined();
    expect(reasonIn(answers(answer('monolith', 4, 0), answer('micro', 1, 0)))).toMatch(/took no longer/);
  });

  it('does not explain a difference within the error', () => {
    const within = (low: number, high: number) => ({ median: { estimate: low, low, high } });
    const [monolith, micro] = [answer('monolith', 1, 0), answer('micro', 4, 2)];
    const close = answers({ ...monolith, ...within(0.5, 3) }, { ...micro, ...within(2, 6) });
    expect(reasonIn(close)).toMatch(/overlap/);
    const apart = answers({ ...monolith, ...within(0.5, 1.5) }, { ...micro, ...within(2, 6) });
    expect(reasonIn(apart)).toMatch(/more in the microservices/);
  });

  it('leaves out who has not answered', () => {
    expect(plain(verdictOf(answers({ stack: 'monolith', unknown: '' }, answer('micro', 4, 2))))).toBe(
      'GET /jobs/1 took 4.00 ms in the microservices.',
    );
    expect(verdictOf(answers())).toBe('No stack answered GET /jobs/1.');
  });
});
