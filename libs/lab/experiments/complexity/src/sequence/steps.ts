import type { Answered } from '../recording/answered';

/** Something that a process does for a request, in lines of a diagram. */
interface Step {
  readonly begin: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** What a process does for a request, and what others do for it meanwhile. */
export function linesWithin({ process, tokens, calls, statements }: Answered): string[] {
  const asked = calls.map(({ begin, end, answered }): Step => {
    const { process: other, operation } = answered;
    const lines = [`${process}->>${other}: ${operation}`, ...linesWithin(answered), `${other}-->>${process}: answer`];
    return { begin, end, lines };
  });
  const stated = statements.map(({ begin, end, database }): Step => {
    return { begin, end, lines: [`${process}->>${database}: statement`] };
  });
  const checked = tokens === 0 ? [] : [`Note over ${process}: checks ${tokens === 1 ? 'a token' : `${tokens} tokens`}`];
  const steps = [...asked, ...stated].toSorted((one, other) => one.begin - other.begin);
  return [...checked, ...inRuns(besideEachOther(steps).flatMap(linesOf))];
}

/** Steps that overlap belong together. */
function besideEachOther(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.some(({ end }) => step.begin < end)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

const linesOf = (group: readonly Step[]): string[] =>
  group.length === 1
    ? [...(group[0]?.lines ?? [])]
    : [...group.flatMap(({ lines }, index) => [index === 0 ? 'par' : 'and', ...lines.map(indented)]), 'end'];

const indented = (line: string) => `  ${line}`;

/** A line that is repeated at once becomes one, with the number of times. */
function inRuns(lines: readonly string[]): string[] {
  const runs: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line === line) last.times++;
    else runs.push({ line, times: 1 });
  }
  return runs.map(({ line, times }) => (times === 1 ? line : `${line}, ${times} times`));
}
