import type { Replayed } from '@jobly/lab/system-under-test';
import { breakOf } from './compatible';

const answered = (body: unknown, status = 200): Replayed => ({
  request: 'GET /jobs/1',
  answer: { status, contentType: 'application/json', allow: undefined, challenge: undefined, body },
});

const before = answered({ job: { id: 1, tags: ['a', 'b'] } });

describe('an old client', () => {
  it('can live with an answer that has further fields', () => {
    expect(breakOf(answered({ job: { id: 1, tags: ['a', 'b'], remote: true }, more: 1 }), before)).toBeUndefined();
  });

  it('cannot live with one in which something is missing, or otherwise', () => {
    const lost = { request: 'GET /jobs/1', at: 'body.job.id', before: '1', here: 'nothing' };
    expect(breakOf(answered({ job: { tags: ['a', 'b'] } }), before)).toEqual(lost);
    expect(breakOf(answered({ job: { id: 1, tags: ['a', 'b', 'c'] } }), before)?.at).toBe('body.job.tags[2]');
    expect(breakOf(answered({ job: { id: 1, tags: ['a', 'b'] } }, 201), before)).toMatchObject({ at: 'status' });
  });

  it('can live with the answer of the new version, which is what the feature intends', () => {
    const after = answered({ error: 'You have too many applications.' }, 409);
    expect(breakOf(after, before, after)).toBeUndefined();
    expect(breakOf(answered({ error: 'Something else.' }, 409), before, after)).toMatchObject({ here: '409' });
  });

  it('cannot live with an error of the server, whatever answers it', () => {
    const failed = answered({}, 503);
    expect(breakOf(failed, before, failed)).toMatchObject({ at: 'status', before: '200', here: '503' });
    expect(breakOf(failed, failed)).toMatchObject({ at: 'status' });
  });
});
