import { answersInWords, assumed, FIELDS, type Scenario, type Sizing, type Table } from '@jobly/lab/results';

/** The table's name, by which documents find it. */
export const ANSWER = 'answer';

/** What each stack needs for the scenario that was asked for. */
export const answerTable = ({ stacks }: Sizing, scenario: Scenario): Table => ({
  name: ANSWER,
  title: 'Your load',
  note: `Assumed: ${scenarioInWords(scenario)}. Every process has CPUs of its own. The median is that of reads and writes together, from the first process on, with the waiting of that load. CPUs to provide are those that are no busier than allowed. With 95 % intervals over launches; the nines are those of all requests, from the operation that needs the most parts to the one that needs the fewest.`,
  head: ['', ...stacks.map(({ name }) => name)],
  rows: answersInWords(stacks, scenario).map(({ figure, cells }) => [figure, ...cells]),
});

/** "rate of requests: 500/s; of them reads: 90 %; …" */
export const scenarioInWords = (scenario: Scenario): string =>
  FIELDS.map((field) => `${field.label}: ${assumed(field, scenario[field.name])}`).join('; ');
