import { Failure } from '@jobly/lab/instrument';
import type { Replayed } from '@jobly/lab/system-under-test';
import { judgeOf } from './judge';

const answered = (request: string, status: number): Replayed => ({
  request,
  answer: { status, contentType: undefined, allow: undefined, challenge: undefined, body: {} },
});

const before = [answered('GET /jobs', 200), answered('DELETE /jobs/:id', 200)];

/** Statuses of the two answers, or the sentence of a failure in place of the second. */
type Attempt = [number, number | string];

/** A judge, and a fleet whose attempts end as they are listed, one after the other. */
function judging(...attempts: Attempt[]) {
  let renewed = 0;
  const fleet = {
    async *answersIn() {
      const [first, second] = attempts.shift()!;
      yield answered('GET /jobs', first);
      if (typeof second === 'string') throw new Failure(second);
      yield answered('DELETE /jobs/:id', second);
    },
  };
  const renew = async () => {
    renewed++;
  };
  const judge = judgeOf({ before, after: before }, { current: () => fleet, renew });
  return { judge: async (...done: string[]) => (await judge(new Set(done))).broken, renewed: () => renewed };
}

describe('a state', () => {
  it('in which nothing breaks is sound, and needs no other fleet', async () => {
    const { judge, renewed } = judging([200, 200]);
    expect(await judge('jobs')).toBeUndefined();
    expect(renewed()).toBe(0);
  });

  it('is sound if what breaks does not break in a new fleet', async () => {
    const { judge, renewed } = judging([503, 200], [200, 200]);
    expect(await judge('jobs')).toBeUndefined();
    expect(renewed()).toBe(1);
  });

  it('breaks if it does so in a new fleet, too; another one that breaks alike is not tried again', async () => {
    const { judge, renewed } = judging([503, 200], [503, 200], [503, 200]);
    expect(await judge('jobs')).toEqual({ request: 'GET /jobs', at: 'status', before: '200', here: '503' });
    expect(await judge('jobs', 'users')).toMatchObject({ request: 'GET /jobs' });
    expect(renewed()).toBe(1);
  });

  it('that may leave its records behind is followed by a new fleet', async () => {
    const { judge, renewed } = judging([503, 200], [503, 200], [503, 500], [200, 200]);
    await judge('jobs');
    await judge('jobs', 'users');
    expect(renewed()).toBe(2);
    expect(await judge('users')).toBeUndefined();
  });

  it('breaks if nobody answers', async () => {
    const { judge } = judging([200, 'Nobody answers.'], [200, 'Nobody answers.']);
    expect(await judge('jobs')).toEqual({
      request: 'DELETE /jobs/:id',
      at: 'no answer',
      before: 'an answer',
      here: 'Nobody answers.',
    });
  });
});
