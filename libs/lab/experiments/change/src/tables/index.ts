import type { Table } from '@jobly/lab/results';
import type { Findings } from '../finding';
import { besidesTable } from './besides';
import { listTables } from './lists';
import { orderTables } from './order';
import { suiteTables } from './suite';
import { touchedTable } from './touched';

/** Everything that was found out, the numbers before the lists that they come from. */
export const tablesOf = (findings: Findings): Table[] => [
  touchedTable(findings),
  besidesTable(findings),
  ...suiteTables(findings),
  ...orderTables(findings),
  ...listTables(findings),
];
