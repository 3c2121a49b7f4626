import { Failure } from '@jobly/lab/instrument';
import { parseServerTiming } from './server-timing';

const none = { downstream: 0, db: 0, auth: 0, json: 0 };

describe('a Server-Timing header', () => {
  it('is read as the processes that a request went through', () => {
    const header =
      'gateway;dur=4.1, gateway.downstream;dur=3.2, gateway.jobs;dur=2.9, gateway.jobs.auth;dur=0.06, ' +
      'gateway.jobs.db;dur=0.5, gateway.jobs.companies;dur=0.9, gateway.jobs.companies.db;dur=0.4';
    const companies = { name: 'companies', total: 0.9, phases: { ...none, db: 0.4 }, neighbours: [] };
    const jobs = { name: 'jobs', total: 2.9, phases: { ...none, auth: 0.06, db: 0.5 }, neighbours: [companies] };
    expect(parseServerTiming(header)).toEqual({
      name: 'gateway',
      total: 4.1,
      phases: { ...none, downstream: 3.2 },
      neighbours: [jobs],
    });
  });

  it('adds up what one neighbour said several times', () => {
    const header = 'users;dur=5,users.jobs;dur=1,users.jobs.db;dur=0.25,users.jobs;dur=2,users.jobs.db;dur=0.5';
    expect(parseServerTiming(header).neighbours).toEqual([
      { name: 'jobs', total: 3, phases: { ...none, db: 0.75 }, neighbours: [] },
    ]);
  });

  it.each(['', 'cache;desc="hit"', 'jobs;dur=x', 'jobs..db;dur=1', 'jobs;dur=1, users;dur=1'])(
    'of anyone else is refused: %p',
    (header) => {
      expect(() => parseServerTiming(header)).toThrow(Failure);
    },
  );
});
