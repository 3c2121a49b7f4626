import { Failure, isBounded, quantileInterval } from '@jobly/lab/instrument';
import { PARTS, type Parts, partsOf } from '@jobly/lab/system-under-test';
import type { Answer, Answers, Caller, StackName } from '../../api/request';
import { type Asked, askStack } from './ask-stack';
import { compared, verdictOn } from './comparison';
import type { Question } from './question';
import { LONGEST_BODY, type Sent } from './send';
import type { RunningStack } from './stacks';
import type { Tokens } from './tokens';

/** The headers of the contract that differ from answer to answer. */
const HEADERS = ['content-type', 'allow', 'www-authenticate', 'retry-after', 'x-request-id'];

/** Asks all stacks, one after the other, so that they do not compete for the processors. */
export async function askAll(
  stacks: readonly RunningStack[],
  order: readonly RunningStack[],
  question: Question,
  caller: Caller,
  tokens: Tokens,
): Promise<Omit<Answers, 'isTraced'>> {
  const asked = new Map<StackName, Asked>();
  const silent = new Map<StackName, string>();
  for (const stack of order) {
    try {
      asked.set(stack.name, await askStack(stack, question, caller, tokens));
    } catch (error) {
      silent.set(stack.name, sentenceOf(error));
    }
  }
  const answered = stacks.flatMap(({ name }) => (asked.has(name) ? [{ stack: name, ...asked.get(name)! }] : []));
  const comparisons = compared(answered);
  const answers = stacks.map(({ name }) => {
    const at = answered.findIndex(({ stack }) => stack === name);
    return at < 0 ? { stack: name, unknown: silent.get(name)! } : answerOf(answered[at]!, comparisons[at]!.lines);
  });
  return {
    method: question.method,
    path: question.path,
    warmUp: Math.max(0, ...answered.map(({ warmUp }) => warmUp)),
    of: Math.max(1, ...answered.map(({ times }) => times.length)),
    answers,
    order: order.map(({ name }) => name),
    ...verdictOn(answered, comparisons),
  };
}

function answerOf({ stack, sent, account, work, times }: Asked & { stack: StackName }, lines: Answer['lines']): Answer {
  const { status, bytes, clientMs } = sent;
  const parts = 'unknown' in account ? [] : namedParts(partsOf(clientMs, account));
  const median = quantileInterval(times, 0.5);
  const isCut = bytes > LONGEST_BODY;
  return {
    ...{ stack, status, headers: shown(sent), lines, bytes, isCut, clientMs, account, parts, work },
    median: isBounded(median) ? median : null,
  };
}

const namedParts = (parts: Parts) => PARTS.map((name) => ({ name, ms: parts[name] }));

const shown = ({ headers }: Sent) =>
  HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const]));

function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  throw error;
}
