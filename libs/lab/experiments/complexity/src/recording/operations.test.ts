import { deletion, deletionThatWaits } from '../behaviour/recorded.fixture';
import { edgesSeen } from './edges';
import { operationOf } from './operation-of';
import { recordingOf } from './operations';

const sent = { title: 'DELETE /jobs/:id', operation: 'deleteJob', requests: 1, from: 5, to: 60, counted: 5 };

describe('a recording', () => {
  it('follows a request from process to process, by the ends of their connections', () => {
    const [request] = recordingOf(sent, deletion).requests;
    const [onward] = request?.calls ?? [];
    expect(request).toMatchObject({ process: 'gateway', operation: 'deleteJob' });
    expect(onward?.answered.calls.map(({ answered }) => `${answered.process} ${answered.operation}`)).toEqual([
      'users introspectToken',
      'companies findCompany',
      'companies findCompany',
    ]);
  });

  it('has the events that were delivered afterwards', () => {
    const { events, later } = recordingOf(sent, deletion);
    expect(later).toEqual(events);
    expect(events.map(({ answered }) => `${answered.process} ${answered.operation}`)).toEqual(['users jobsDeleted']);
  });

  it('has the events that were delivered before the answer among what it waited for', () => {
    const { requests, events, later } = recordingOf(sent, deletionThatWaits);
    const [onward] = requests[0]?.calls ?? [];
    expect(onward?.answered.calls.map(({ answered }) => answered.operation)).toContain('jobsDeleted');
    expect(events.map(({ answered }) => answered.operation)).toEqual(['jobsDeleted']);
    expect(later).toEqual([]);
  });

  it('leaves out what was not sent meanwhile', () => {
    expect(() => recordingOf({ ...sent, from: 20 }, deletion)).toThrow('has 0 of 1 requests to DELETE /jobs/:id');
  });

  it('fails where the processes have counted another number of calls', () => {
    expect(() => recordingOf({ ...sent, counted: 6 }, deletion)).toThrow('5 calls were recorded for DELETE /jobs/:id');
  });

  it('fails where a process has noted nothing', () => {
    const silent = deletion.map((notes) => (notes.process === 'users' ? { ...notes, entries: [] } : notes));
    expect(() => recordingOf(sent, silent)).toThrow('Nobody has noted that jobs called POST /internal/token-intro');
  });
});

it('edges are all calls, whatever they were made for', () => {
  expect(edgesSeen(deletion)).toEqual([
    { from: 'gateway', to: 'jobs', operation: 'deleteJob' },
    { from: 'jobs', to: 'users', operation: 'introspectToken' },
    { from: 'jobs', to: 'companies', operation: 'findCompany' },
    { from: 'jobs', to: 'companies', operation: 'findCompany' },
    { from: 'jobs', to: 'users', operation: 'jobsDeleted' },
  ]);
});

it('a request is for an operation of the contracts, or for an endpoint beside them', () => {
  expect(operationOf({ method: 'GET', path: '/companies?nameLike=an&limit=2' })).toBe('listCompanies');
  expect(operationOf({ method: 'GET', path: '/companies/acme' })).toBe('getCompany');
  expect(operationOf({ method: 'HEAD', path: '/jobs/7/' })).toBe('getJob');
  expect(operationOf({ method: 'PUT', path: '/jobs/7' })).toBe('/jobs/7');
  expect(operationOf({ method: 'GET', path: '/.well-known/jwks.json' })).toBe('/.well-known/jwks.json');
});
