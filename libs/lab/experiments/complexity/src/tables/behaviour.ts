import type { Table } from '@jobly/lab/results';
import { callsFor } from '../behaviour/calls';
import { longestChain } from '../behaviour/chain';
import { serialisationsFor } from '../behaviour/serialisations';
import { tokensFor } from '../behaviour/tokens';
import type { Recording } from '../recording/stacks';
import { byOperation } from './by-operation';
import { counted, most, sum } from './column';
import { BEHAVIOUR } from './names';

/** What the processes were seen to do for each operation. */
export const behaviourTable = (recordings: readonly Recording[]): Table =>
  byOperation(recordings, {
    name: BEHAVIOUR,
    title: 'What processes do until an operation is answered',
    note: 'Counted in running processes, with AUTH_MODE=jwks, for requests sent one at a time. Calls: requests of one process to another; in a row: the longest chain of calls that begin within or after each other; tokens: signatures that are checked; JSON: bodies that are written or read. Of all operations: the sums, and the longest chain.',
    last: 'all of them, once each',
    columns: [
      counted('calls', callsFor, sum),
      counted('in a row', ({ calls }) => longestChain(calls), most),
      counted('tokens', tokensFor, sum),
      counted('JSON', serialisationsFor, sum),
    ],
  });
