import { firstDifference, normalise } from '@jobly/lab/system-under-test';
import { diffArrays } from 'diff';
import type { Answer, StackName } from '../../api/request';
import { LONGEST_BODY, type Sent } from './send';

/** The answer of a stack. */
export interface Given {
  readonly stack: StackName;
  readonly sent: Sent;
}

interface Compared {
  readonly lines: Answer['lines'];
  /** Where it differs from the first one; undefined if it says the same. */
  readonly differsIn: string | undefined;
}

/** Looking for the shortest difference of two long texts takes a time that grows with the square of it (ms). */
const PATIENCE_MS = 500;

/**
 * The answers in the form in which the lab compares them, each beside the first: without tokens and ids of new records,
 * which cannot be the same. The lines that differ are marked, unless the texts are too different to say which.
 */
export function compared(answers: readonly Given[]): Compared[] {
  const [first, ...others] = answers.map(({ sent }) => comparable(sent));
  if (!first) return [];
  const differing = new Set<number>();
  const rest = others.map((other): Compared => {
    const difference = firstDifference(first, other);
    if (!difference) return { lines: plain(linesOf(other.body)), differsIn: undefined };
    const [missing, added] = differingLines(linesOf(first.body), linesOf(other.body));
    missing.forEach((line) => differing.add(line));
    const lines = linesOf(other.body).map((text, at) => ({ text, differs: added.has(at) }));
    return { lines, differsIn: difference.at };
  });
  const lines = linesOf(first.body).map((text, at) => ({ text, differs: differing.has(at) }));
  return [{ lines, differsIn: undefined }, ...rest];
}

/** A sentence about all of them; `areSame` is null if there is nothing to compare. */
export function verdictOn(answers: readonly Given[], compared: readonly Compared[]) {
  const [first, ...others] = answers;
  if (!first || others.length === 0)
    return { areSame: null, comparison: 'Only one stack answered, so there is nothing to compare.' };
  const differing = compared.flatMap(({ differsIn }, at) => (differsIn === undefined ? [] : [{ at, differsIn }]));
  if (differing.length === 0) return { areSame: true, comparison: 'The answers are the same.' };
  const places = differing.map(({ at, differsIn }) => `${answers[at]!.stack} in ${differsIn || 'everything'}`);
  const advice = 'If the stacks only hold different data, start both with npm start -- --reset.';
  return { areSame: false, comparison: `The answers differ from ${first.stack}’s: ${places.join(', ')}. ${advice}` };
}

/** Of a body that was cut, the digest stands for the rest. */
function comparable({ status, headers, text, bytes, digest }: Sent) {
  const isCut = bytes > LONGEST_BODY;
  const body = isCut ? text : parsed(text);
  return { ...normalise({ status, headers, body }, newJobIn(status, body)), rest: isCut ? digest : '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The id of the job that was created; no job has the id 0. */
const newJobIn = (status: number, body: unknown): number =>
  status === 201 ? ((body as { job?: { id?: number } }).job?.id ?? 0) : 0;

const linesOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body, null, 2)).split('\n');
const plain = (lines: string[]) => lines.map((text) => ({ text, differs: false }));

/** Which lines only the one has, and which only the other. */
function differingLines(one: string[], other: string[]): [Set<number>, Set<number>] {
  const [missing, added] = [new Set<number>(), new Set<number>()];
  let [left, right] = [0, 0];
  for (const part of diffArrays(one, other, { timeout: PATIENCE_MS }) ?? []) {
    if (!part.added) for (let line = 0; line < part.value.length; line++, left++) if (part.removed) missing.add(left);
    if (!part.removed) for (let line = 0; line < part.value.length; line++, right++) if (part.added) added.add(right);
  }
  return [missing, added];
}
