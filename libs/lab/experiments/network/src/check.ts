import { cellInWords, type Figures } from '@jobly/lab/results';
import { CALIBRATION, isDifferent } from './calibration-table';
import { AGREEMENT, SLOPES } from './slopes-table';

/** The run does not count if round trips are not what the slopes say, or delays not what the relays say. */
export function check({ tables }: Pick<Figures, 'tables'>): string[] {
  const find = (name: string) => tables.find((table) => table.name === name);
  const [slopes, calibration] = [find(SLOPES), find(CALIBRATION)];
  const wrong = slopes?.rows.filter((row) => row[AGREEMENT] === 'disagrees') ?? [];
  const different = calibration?.keys?.filter(isDifferent) ?? [];
  return [
    ...wrong.map((row) => {
      const [operation, stack, apart, , counted, slope] = row.map(cellInWords);
      return `${operation} at ${stack}, with ${apart} apart, makes ${counted} round trips in a row, but its slope is ${slope}.`;
    }),
    ...(different.length === 0
      ? []
      : ['A client notices other delays than the relays measure; end what else runs on this machine, and run again.']),
  ];
}
