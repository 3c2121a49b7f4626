import { StartError, authModes } from '@jobly/contracts';
import { authMode as modes, bypassProxies, runProgram } from '@jobly/stack';
import { readOptions, targetAt, type Options } from './options';
import { preflight } from './preflight';
import { conforms, summarize, writeReport } from './report';
import { runSuite, type Verdict } from './run-suite';
import type { Target } from './target';
import { topologies, withTopologies } from './topologies';

await runProgram((signal) => main(readOptions(process.argv), signal));

async function main(options: Options, signal: AbortSignal): Promise<number> {
  bypassProxies(options.baseUrl ? [options.baseUrl] : []);
  const verdicts = await judge(options, signal);
  console.log(summarize(verdicts));
  if (options.json) await writeReport(options.json, verdicts);
  return conforms(verdicts) ? 0 : 1;
}

async function judge(options: Options, signal: AbortSignal): Promise<Verdict[]> {
  const { baseUrl, topology, companies, preload, authMode = process.env['AUTH_MODE'] || undefined } = options;
  const { dataSharing = process.env['DATA_SHARING'] || undefined } = options;
  if (baseUrl) return testEach([await targetAt(baseUrl, options)], options, signal);
  const names = topologies.filter((name) => topology === name || topology === 'all');
  const test = (targets: Target[]) => testEach(targets, options, signal);
  if (authMode !== 'all') return withTopologies(names, { authMode, dataSharing, companies, preload }, signal, test);
  const verdicts: Verdict[] = [];
  for (const mode of authModes.micro) {
    const having = names.filter((name) => modes.valuesOf[name].includes(mode));
    if (having.length === 0) continue;
    verdicts.push(...(await withTopologies(having, { authMode: mode, dataSharing, companies, preload }, signal, test)));
  }
  return verdicts;
}

/** One after another: a single suite keeps two processors busy. */
async function testEach(
  targets: Target[],
  { testNamePattern: pattern, oneByOne }: Options,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const target of targets) {
    await preflight(target);
    console.error(`Testing ${target.name} at ${target.baseUrl}`);
    const verdict = await runSuite(target, { pattern, oneByOne, signal });
    if (verdict.passed + verdict.failures.length === 0) throw new StartError(`No test matches -t ${pattern}`);
    verdicts.push(verdict);
  }
  return verdicts;
}
