import { startTimeline } from './timeline';

let now = 0;
beforeEach(() => {
  now = 1_000;
  import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  import.meta.jest.restoreAllMocks();
});

const pass = (ms: number) => void (now += ms);

describe('a timeline', () => {
  it('says how long everything took, and each phase of it', async () => {
    const timeline = startTimeline();
    pass(1);
    timeline.during('auth', () => pass(2));
    await timeline.during('db', async () => pass(4));
    timeline.during('json', () => pass(8));
    timeline.during('db', () => pass(0.1234));
    expect(timeline.serverTiming('jobs')).toBe(
      'jobs;dur=15.123, jobs.auth;dur=2.000, jobs.db;dur=4.123, jobs.json;dur=8.000',
    );
  });

  it('gives back what the work gives, and lets through what it throws', async () => {
    const timeline = startTimeline();
    expect(timeline.during('json', () => 'text')).toBe('text');
    expect(await timeline.during('db', async () => 'rows')).toBe('rows');
    const failure = new Error('failed');
    const fail = () => {
      pass(1);
      throw failure;
    };
    expect(() => timeline.during('json', fail)).toThrow(failure);
    await expect(timeline.during('db', async () => fail())).rejects.toThrow(failure);
    pass(1);
    expect(timeline.serverTiming('jobs')).toBe('jobs;dur=3.000, jobs.json;dur=1.000, jobs.db;dur=1.000');
  });

  it('gives time to one phase only: the wait that hides the others', async () => {
    const timeline = startTimeline();
    const neighbour = Promise.withResolvers<undefined>();
    const rows = Promise.withResolvers<undefined>();
    const fromDatabase = timeline.during('db', () => rows.promise);
    pass(1);
    const fromNeighbour = timeline.during('downstream', () => neighbour.promise);
    pass(2);
    timeline.during('json', () => pass(4));
    neighbour.resolve(undefined);
    await fromNeighbour;
    pass(8);
    rows.resolve(undefined);
    await fromDatabase;
    pass(16);
    expect(timeline.serverTiming('jobs')).toBe('jobs;dur=31.000, jobs.db;dur=9.000, jobs.downstream;dur=6.000');
  });

  it('gives time that several of a kind take at once only once', async () => {
    const timeline = startTimeline();
    const both = Promise.withResolvers<undefined>();
    const waits = [1, 2].map(() => timeline.during('db', () => both.promise));
    pass(5);
    both.resolve(undefined);
    await Promise.all(waits);
    expect(timeline.serverTiming('jobs')).toBe('jobs;dur=5.000, jobs.db;dur=5.000');
  });

  it('counts what is under way as far as it has come', () => {
    const timeline = startTimeline();
    void timeline.during('downstream', () => new Promise(() => {}));
    pass(3);
    expect(timeline.serverTiming('gateway')).toBe('gateway;dur=3.000, gateway.downstream;dur=3.000');
  });

  it('has what neighbours say below its own', () => {
    const timeline = startTimeline();
    timeline.hear('jobs;dur=2.9, jobs.companies;dur=0.9,jobs.companies.db;dur=0.4');
    timeline.hear('users;dur=1');
    expect(timeline.serverTiming('gateway')).toBe(
      'gateway;dur=0.000, gateway.jobs;dur=2.9, gateway.jobs.companies;dur=0.9, gateway.jobs.companies.db;dur=0.4, gateway.users;dur=1',
    );
  });
});
