import { deletion, deletionsInOneProcess } from '../behaviour/recorded.fixture';
import { recordingOf } from '../recording/operations';
import { diagramsOf } from './diagrams';
import { sequenceOf } from './sequence';

const sent = { title: 'DELETE /jobs/:id', operation: 'deleteJob', from: 5, to: 60 };

describe('a sequence diagram', () => {
  it('shows who asks whom, what goes on beside each other, and what is delivered afterwards', () => {
    expect(sequenceOf(recordingOf({ ...sent, requests: 1, counted: 5 }, deletion)).split('\n')).toEqual([
      'sequenceDiagram',
      '  participant client',
      '  participant gateway',
      '  participant jobs',
      '  participant users',
      '  participant companies',
      '  participant db_jobs as database db_jobs',
      '  participant db_users as database db_users',
      '  participant db_companies as database db_companies',
      '  client->>gateway: DELETE /jobs/:id',
      '  gateway->>jobs: deleteJob',
      '  jobs->>db_jobs: statement',
      '  par',
      '    jobs->>users: introspectToken',
      '    Note over users: checks 2 tokens',
      '    users->>db_users: statement',
      '    users-->>jobs: answer',
      '  and',
      '    jobs->>companies: findCompany',
      '    Note over companies: checks a token',
      '    companies-->>jobs: answer',
      '  end',
      '  jobs->>companies: findCompany',
      '  Note over companies: checks a token',
      '  companies->>db_companies: statement',
      '  companies-->>jobs: answer',
      '  jobs->>db_jobs: statement',
      '  jobs-->>gateway: answer',
      '  gateway-->>client: answer',
      '  jobs-)users: jobsDeleted',
      '  Note over users: checks a token',
      '  users->>db_users: statement',
    ]);
  });

  it('counts what is repeated at once', () => {
    const [first] = deletionsInOneProcess;
    const once = [{ ...first!, entries: first!.entries.slice(0, 5) }];
    expect(sequenceOf(recordingOf({ ...sent, requests: 1, counted: 0 }, once))).toContain(
      '  monolith->>db_all: statement, 2 times\n  monolith-->>client: answer',
    );
  });
});

it('diagrams of an operation are side by side, whatever the topology', () => {
  const operations = ['getJob', 'deleteJob'].map((operation) => ({
    title: operation,
    operation,
    requests: [],
    events: [],
    later: [],
  }));
  const recordings = ['monolith', 'micro'].map((topology) => ({ topology, operations, edges: [] }));
  expect(diagramsOf(recordings).map(({ title }) => title)).toEqual([
    ...['getJob, monolith', 'getJob, micro'],
    ...['deleteJob, monolith', 'deleteJob, micro'],
  ]);
});
