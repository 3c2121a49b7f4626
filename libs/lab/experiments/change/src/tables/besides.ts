import type { Table } from '@jobly/lab/results';
import type { Findings } from '../finding';
import { linesInWords } from './measures';

/** What the features are, and what they touch that belongs to no topology. */
export const besidesTable = ({ features }: Findings): Table => ({
  name: 'features',
  title: 'The features, and what they touch beside the topologies',
  note: 'Documents, and code that no process of a topology needs, such as the lab’s.',
  head: ['feature', 'what it is', 'lines of documents', 'lines of tools'],
  rows: features.map(({ feature, title, docs, tools }) => [feature, title, linesInWords(docs), linesInWords(tools)]),
  keys: features.map(({ feature }) => feature),
});
