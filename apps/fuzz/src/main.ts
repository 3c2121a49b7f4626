import { StartError } from '@jobly/contracts';
import { bypassProxies } from '@jobly/stack';
import { fuzz } from './fuzz';
import { preparation } from './judge/paste';
import { CANNOT_TEST, type Options, readOptions } from './options';
import { progressOn } from './progress';
import { describeFailure, summarize, writeReport } from './report';
import { withStacks } from './stacks';

const INTERRUPTED = 130;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

try {
  process.exitCode = await main(readOptions(process.argv));
} catch (error) {
  if (interruption.signal.aborted) {
    console.error('Interrupted; everything that was started has been stopped.');
    process.exitCode = INTERRUPTED;
  } else {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = CANNOT_TEST;
  }
}

async function main({ seed, requests, json }: Options): Promise<number> {
  bypassProxies([]);
  console.error(`Sending ${requests} requests to each stack, with --seed ${seed}`);
  const progress = progressOn(process.stderr, requests);
  let toldPreparation = false;
  const findings = await withStacks(interruption.signal, (stacks) =>
    fuzz(stacks, {
      seed,
      requests,
      signal: interruption.signal,
      onTrial: progress.show,
      onFailure(failure, sides) {
        progress.clear();
        if (!toldPreparation) console.log(preparation);
        toldPreparation = true;
        console.log(describeFailure(failure, sides));
      },
    }),
  );
  progress.clear();
  console.log(summarize(findings, seed));
  if (json) await writeReport(json, findings, seed);
  return findings.failures.length === 0 ? 0 : 1;
}
