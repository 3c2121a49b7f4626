import { canonicalBody } from './canonical';

const canonical = (body: unknown, method: 'GET' | 'POST' = 'GET') => canonicalBody({ method }, JSON.stringify(body));

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('answers that say the same', () => {
  it('are equal whatever the order of keys, and no others are', () => {
    expect(canonical({ job: { id: 1, title: 'Tester' } })).toBe(canonical({ job: { title: 'Tester', id: 1 } }));
    for (const body of [{ job: {} }, { job: { id: 2, title: 'Tester' } }, { job: { id: 1, title: 'Baker' } }, [], '']) {
      expect(canonical(body)).not.toBe(canonical({ job: { id: 1, title: 'Tester' } }));
    }
    expect(canonicalBody({ method: 'GET' }, '<html>')).not.toBe(canonicalBody({ method: 'GET' }, ''));
  });

  it('may name the lab’s records differently, and give them other ids', () => {
    const made = (id: number, title: string, salary = 1) => ({ job: { id, title, salary } });
    expect(canonical(made(7, 'lab-run-0-0-0-1'), 'POST')).toBe(canonical(made(9, 'lab-run-0-0-1-1'), 'POST'));
    expect(canonical(made(7, 'lab-run-0-0-0-1'), 'POST')).not.toBe(canonical(made(7, 'lab-run-0-0-0-1', 2), 'POST'));
    expect(canonical({ deleted: 7 })).toBe(canonical({ deleted: 9 }));
    expect(canonical({ deleted: 'lab-run-1' })).not.toBe(canonical({ deleted: 'acme' }));
    expect(canonical({ applied: 7 })).not.toBe(canonical({ applied: 9 }));
  });

  it('may list the lab’s records or not', () => {
    const jobs = [{ id: 1, title: 'Tester' }];
    expect(canonical({ jobs: [...jobs, { id: 8, title: 'lab-run-1' }] })).toBe(canonical({ jobs }));
    expect(canonical({ jobs: [] })).not.toBe(canonical({ jobs }));
  });

  it('may show a change that the lab has just made to its own user, but must make it', () => {
    const user = (firstName: string, username = 'lab-run-1') => ({ user: { username, firstName } });
    expect(canonical(user('Lab 1'))).toBe(canonical(user('Lab 2')));
    expect(canonical(user('Lab 1'), 'POST')).not.toBe(canonical(user('Lab 2'), 'POST'));
    expect(canonical(user('Lab 1', 'testuser'))).not.toBe(canonical(user('Lab 2', 'testuser')));
  });

  it('may hold different tokens of the same user, made at different times', () => {
    expect(canonical({ token: token({ sub: 'u', iat: 1 }) })).toBe(canonical({ token: token({ sub: 'u', iat: 2 }) }));
    expect(canonical({ token: token({ sub: 'u' }) })).not.toBe(canonical({ token: token({ sub: 'v' }) }));
    expect(canonical({ token: 'a' })).toBe(canonical({ token: 'b' }));
    expect(canonical({ at: '2026-01-01T00:00:00.000Z' })).toBe(canonical({ at: '2026-01-01T00:00:00.001Z' }));
  });
});
