import { PARTS, partsOf } from './parts';
import { parseServerTiming } from './server-timing';

const nothing = Object.fromEntries(PARTS.map((part) => [part, 0]));
const sum = (parts: Record<string, number>) => Object.values(parts).reduce((total, ms) => total + ms, 0);

describe('the parts of a request', () => {
  it('of one process are its phases, its own, and what it knows nothing of', () => {
    const parts = partsOf(
      10,
      parseServerTiming('monolith;dur=8, monolith.db;dur=4, monolith.auth;dur=2, monolith.json;dur=1'),
    );
    expect(parts).toEqual({
      ...nothing,
      'client and first hop': 2,
      application: 1,
      database: 4,
      authentication: 2,
      serialisation: 1,
    });
  });

  it('of several are those of each, and the hops from one to the next', () => {
    const header =
      'gateway;dur=64, gateway.downstream;dur=56, ' +
      'gateway.jobs;dur=48, gateway.jobs.downstream;dur=24, gateway.jobs.db;dur=8, gateway.jobs.auth;dur=4, gateway.jobs.json;dur=2, ' +
      'gateway.jobs.companies;dur=20, gateway.jobs.companies.db;dur=16, gateway.jobs.companies.json;dur=1';
    const parts = partsOf(80, parseServerTiming(header));
    expect(parts).toEqual({
      'client and first hop': 16,
      gateway: 8,
      hops: 8 + 4,
      serialisation: 2 + 1,
      authentication: 4,
      database: 8 + 16,
      application: 10 + 3,
      remainder: 0,
    });
    expect(sum(parts)).toBe(80);
  });

  it('add up, too, where neighbours were asked at the same time', () => {
    const header = 'jobs;dur=8, jobs.downstream;dur=6, jobs.companies;dur=5, jobs.users;dur=4';
    const parts = partsOf(10, parseServerTiming(header));
    expect(parts).toMatchObject({ hops: 0, application: 2 + 5 + 4, remainder: -3 });
    expect(sum(parts)).toBe(10);
  });
});
