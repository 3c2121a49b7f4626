import { count, type Table } from '@jobly/lab/results';
import { availabilityOf, outageOf } from '../behaviour/availability';
import { needsOf } from '../behaviour/needs';
import type { OperationRecording } from '../recording/operations';
import type { Recording } from '../recording/stacks';
import { byOperation } from './by-operation';
import { amount, type Column, least, most } from './column';
import { AVAILABILITY } from './names';

const partsOf = ({ requests }: OperationRecording): [processes: number, databases: number] => {
  const { processes, databases } = needsOf(requests);
  return [processes.size, databases.size];
};

const parts: Column = {
  head: 'needs',
  each: (operation) => partsOf(operation).join(' + '),
  all(operations) {
    const all = operations.map(partsOf);
    return [most(all.map(([processes]) => processes)), most(all.map(([, databases]) => databases))].join(' + ');
  },
};

const available = ({ requests }: OperationRecording) => availabilityOf(needsOf(requests));
const inPercent = (share: number) => `${(100 * share).toFixed(2)} %`;
const inMinutes = (minutes: number) => `${count(minutes)} min`;

/** What each operation was seen to need, and what follows from that. */
export const availabilityTable = (recordings: readonly Recording[]): Table =>
  byOperation(recordings, {
    name: AVAILABILITY,
    title: 'What an operation needs, and how often that is there',
    note: 'Needs: processes + databases on the path to the answer. If each of these n is up for 99.9 % of the time, and none fails because another one does, the operation is available for 0.999ⁿ of it, and out for the rest of a month of 30 days.',
    last: 'the worst of each',
    columns: [
      parts,
      amount('available', available, least, inPercent),
      amount('outage', (operation) => outageOf(available(operation)), most, inMinutes),
    ],
  });
