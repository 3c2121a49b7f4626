import type { Table } from '@jobly/lab/results';
import { LONGEST_S, type StaleAnswers } from './stale-answers';

/** How long stale answers are served, beside the TTL. */
export function staleAnswersTable(found: readonly StaleAnswers[]): Table {
  const [first] = found;
  return {
    title: 'How long a change is not seen',
    note: `${first?.lags.length ?? 0} changes of companies at each arm, the first right after the old answer was fetched and the others spread over the time it is kept; asked for 20 times a second, from the answer to the change to the last question answered with the old value. nginx knows whole seconds only, so it keeps an answer for up to one more. In the last column nobody asks until the answer is too old.`,
    head: ['arm', 'shortest', 'median', 'longest', 'asked too late'],
    rows: found.map(({ front, lags, late }) => [
      front.name,
      inSeconds(lags[0]!),
      inSeconds(lags[Math.floor(lags.length / 2)]!),
      inSeconds(lags.at(-1)!),
      late === null ? '–' : inWords(late),
    ]),
  };
}

function inSeconds(seconds: number): string {
  if (seconds === Infinity) return `longer than ${LONGEST_S} s`;
  if (seconds === 0) return 'seen at once';
  return seconds < 0.05 ? 'less than 0.1 s' : `${seconds.toFixed(1)} s`;
}

function inWords(old: number): string {
  if (old === 0) return 'the new value';
  return old === 1 ? 'the old value, once' : `the old value, ${old} times`;
}
