import { join } from 'node:path';
import { bypassProxies, runProgram } from '@jobly/stack';
import { type StackName, scheduleOf } from './faults/schedule';
import { type Options, readOptions } from './options';
import type { Entry } from './record/entries';
import { historyFile, readHistory } from './record/file';
import { run } from './run';
import { type Verdict, describeAnswer, describeFault, describeViolation, summarize, verdictOn } from './verdict';

await runProgram((signal) => main(readOptions(process.argv), signal));

async function main(options: Options, signal: AbortSignal): Promise<number> {
  bypassProxies([]);
  const { json } = options;
  const say = json ? console.error : console.log;
  const verdicts: Verdict[] = [];
  for await (const file of histories(options, say, signal)) {
    const verdict = verdictOn(await readHistory(file), file);
    verdict.violations.forEach((one) => say(describeViolation(one)));
    say(summarize(verdict));
    verdicts.push(verdict);
  }
  if (json) console.log(JSON.stringify({ verdicts }, null, 2));
  return verdicts.every(({ violations }) => violations.length === 0) ? 0 : 1;
}

/** The files of the histories to judge, each as soon as it is whole. */
async function* histories(options: Options, say: (line: string) => void, signal: AbortSignal): AsyncGenerator<string> {
  const { recheck, stack, out, seed } = options;
  if (recheck !== undefined) {
    yield recheck;
    return;
  }
  say(`Histories are left in ${out}; --seed ${seed}`);
  for (const name of stack === 'both' ? (['monolith', 'micro'] as const) : [stack]) {
    yield await record(name, options, say, signal);
  }
}

async function record(
  stack: StackName,
  { seed, minutes, out }: Options,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const path = join(out, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${stack}-${seed}.jsonl`);
  const file = historyFile(path);
  const durationMs = minutes * 60_000;
  const onEntry = (entry: Entry) => {
    file.append(entry);
    if (entry.type === 'beginning') say(`${stack}: clients and faults for ${minutes} minutes`);
    if (entry.type === 'fault') say(describeFault(entry));
    if (entry.type === 'operation' && entry.outcome === 'wrong') say(describeAnswer(entry));
  };
  try {
    const faults = scheduleOf(stack, seed, durationMs);
    await run({ stack, seed, durationMs, faults, signal, onEntry });
  } finally {
    await file.close();
  }
  return path;
}
