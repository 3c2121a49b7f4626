import { bypassProxies, runProgram } from '@jobly/stack';
import { fuzz } from './fuzz';
import { preparation } from './judge/paste';
import { type Options, readOptions } from './options';
import { progressOn } from './progress';
import { describeFailure, summarize, writeReport } from './report';
import { withStacks } from './stacks';

await runProgram((signal) => main(readOptions(process.argv), signal));

async function main({ seed, requests, json }: Options, signal: AbortSignal): Promise<number> {
  bypassProxies([]);
  console.error(`Sending ${requests} requests to each stack, with --seed ${seed}`);
  const progress = progressOn(process.stderr, requests);
  let toldPreparation = false;
  const findings = await withStacks(signal, (stacks) =>
    fuzz(stacks, {
      seed,
      requests,
      signal,
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
