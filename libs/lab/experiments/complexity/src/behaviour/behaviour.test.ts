import type { Answered } from '../recording/answered';
import { recordingOf } from '../recording/operations';
import { availabilityOf, outageOf } from './availability';
import { bytesFor } from './bytes';
import { callsFor } from './calls';
import { longestChain } from './chain';
import { needsOf } from './needs';
import { deletion } from './recorded.fixture';
import { serialisationsFor } from './serialisations';
import { statementsFor } from './statements';
import { tokensFor } from './tokens';

const sent = { title: 'DELETE /jobs/:id', operation: 'deleteJob', requests: 1, from: 5, to: 60, counted: 5 };

describe('a recorded request', () => {
  let request: Answered;
  beforeAll(() => {
    [request] = recordingOf(sent, deletion).requests as [Answered];
  });

  it('waits for calls between processes, and not for events', () => {
    // The gateway's one, and three of the jobs service.
    expect(callsFor(request)).toBe(4);
  });

  it('waits for the longest chain of them, which calls beside each other do not make longer', () => {
    // The gateway's, one of the first two, and the one after them.
    expect(longestChain(request.calls)).toBe(3);
  });

  it('needs tokens to be checked', () => {
    // Users two, companies one each time.
    expect(tokensFor(request)).toBe(4);
  });

  it('has bodies written and read as JSON, but not by a gateway that passes them on', () => {
    // Users read one and wrote one, companies wrote two, jobs wrote a question, read three answers and wrote its own.
    expect(serialisationsFor(request)).toBe(2 + 2 + 5);
  });

  it('has no more bodies in JSON than texts, and none where there is no body', () => {
    expect(serialisationsFor({ ...request, calls: [], bodies: [0, 90, 90], texts: [90, 0] })).toBe(1);
  });

  it('makes round trips to databases', () => {
    // Two of jobs, one of users, one of companies; neither what a stranger causes nor what is done for nobody.
    expect(statementsFor(request)).toBe(4);
  });

  it('sends bytes between processes and to databases', () => {
    expect(bytesFor(request)).toBe(500 + 300 + 250 + 250 + 100 + 200 + 40 + 7);
  });

  it('needs processes and databases, each once', () => {
    const { processes, databases } = needsOf([request]);
    expect([...processes].sort()).toEqual(['companies', 'gateway', 'jobs', 'users']);
    expect([...databases].sort()).toEqual(['db_companies', 'db_jobs', 'db_users']);
  });
});

it('what needs two parts is out for twice as long as each, but for the time when both are', () => {
  const availability = availabilityOf({ processes: new Set(['one']), databases: new Set(['its own']) });
  expect(availability).toBeCloseTo(0.998001, 9);
  // 43,200 minutes × 0.001999.
  expect(outageOf(availability)).toBeCloseTo(86.3568, 6);
});
