import type { Answer, Answers } from '../../../api/request';
import { called, milliseconds, withInterval } from './format';

/** The stacks that have answered. */
export const answered = ({ answers }: Answers): Answer[] => answers.filter((answer) => 'status' in answer);

/** How long it took, in one sentence. */
export function verdictOf(answers: Answers): string {
  const times = answered(answers).map(
    ({ stack, clientMs, median }) => `${withInterval(clientMs, median)} in ${called[stack]}`,
  );
  if (times.length === 0) return `No stack answered ${answers.method} ${answers.path}.`;
  const statuses = [...new Set(answered(answers).map(({ status }) => status))];
  const refused = statuses.every((status) => status >= 400) ? ` was refused (${statuses.join(', ')}) and` : '';
  return `${answers.method} ${answers.path}${refused} took ${listed(times)}.`;
}

/** What most of the difference between the first and the last stack consists of; undefined if only one has answered. */
export function reasonIn(answers: Answers): string | undefined {
  const all = answered(answers).filter(({ parts }) => parts.length > 0);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || first === last) return undefined;
  const added = last.parts
    .map(({ name, ms }, at) => ({ name, ms: ms - first.parts[at]!.ms }))
    .sort((one, other) => other.ms - one.ms);
  if (answers.of > 1 && !(first.median && last.median)) {
    return 'One of them takes so long that it was sent too few times for an interval: the two are not compared.';
  }
  if (first.median && last.median && first.median.high >= last.median.low && last.median.high >= first.median.low) {
    return 'The intervals overlap: these few do not tell which takes longer. To find out, send it 200 times.';
  }
  const total = last.clientMs - first.clientMs;
  if (total <= 0) return `This time ${called[last.stack]} took no longer.`;
  const most = added.slice(0, NAMED).map(({ name, ms }) => `${name} ${milliseconds(ms)}`);
  return `The ${milliseconds(total)} more in ${called[last.stack]}: ${most.join(', ')}.`;
}

/** As many parts of the difference are named. */
const NAMED = 3;

const listed = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
