import type { Table } from '@jobly/lab/results';
import { bytesFor } from '../behaviour/bytes';
import { statementsFor } from '../behaviour/statements';
import type { Recording } from '../recording/stacks';
import { byOperation } from './by-operation';
import { amount, counted, median, sum } from './column';

/** What the processes were seen to send for each operation. */
export const trafficTable = (recordings: readonly Recording[]): Table =>
  byOperation(recordings, {
    name: 'traffic',
    title: 'What passes between processes and databases',
    note: 'Until the answer: statements are round trips to a database, those that begin and end transactions included; bytes are between processes and with databases, both ways, as a median over requests. Events are deliveries to another process, whether or not the answer waits for them; what an outbox itself does for them is not counted. With LOGIN_FAILURE_LIMIT=0, so that a log-in counts no failures.',
    last: 'all of them, once each',
    columns: [
      counted('statements', statementsFor, sum),
      amount('bytes', ({ requests }) => median(requests.map(bytesFor)), sum),
      amount('events', ({ requests, events }) => events.length / requests.length, sum),
    ],
  });
