import {
  type BlockResult,
  dueTimes,
  type Durations,
  exponentialDelays,
  fixed,
  type Generator,
  immediate,
  type KnownServer,
  merged,
  OPEN_LOOP_CONNECTIONS,
  type Progress,
  seededRandom,
  stalling,
  startGenerator,
  startServer,
} from '@jobly/lab/instrument';
import { tableOf } from '@jobly/lab/report';
import pc from 'picocolors';

/** Not an experiment on Jobly: it examines the instrument itself. */
export const CALIBRATE = { name: 'calibrate', question: 'Does the instrument read servers of known delay right?' };

const RATE = 200;
/** Whole periods of the stalling server. */
const DURATION_MS = 10_000;
const CAPACITY_RATE = 5_000;
const CAPACITY_MS = 3_000;

interface Check {
  what: string;
  expected: string;
  found: string;
  passed: boolean;
}

/**
 * Points the instrument at servers whose delay is known, and at one that answers at once to see how fast it can send.
 *
 * @returns whether all its figures are right: percentiles within 2 % or 0.3 ms, schedule error p99 within 1 ms
 */
export async function calibrate(progress: Progress): Promise<boolean> {
  const server = await startServer('delay-server');
  const generator = startGenerator();
  try {
    const at = { generator, origin: server.origin };
    progress.step('An answer without delay');
    const transport = merged([(await load(at, immediate, RATE, CAPACITY_MS)).response]).valueAt(50);
    const checks: Check[] = [];
    for (const known of [fixed, exponentialDelays, stalling]) {
      progress.step(`A server of known delay: ${known.name}`);
      checks.push(...percentileChecks(known, await load(at, known, RATE, DURATION_MS), transport));
    }
    progress.step(`${CAPACITY_RATE} requests/s`);
    checks.push(...capacityChecks(await load(at, immediate, CAPACITY_RATE, CAPACITY_MS)));
    progress.end();
    console.log(report(checks, transport));
    return checks.every(({ passed }) => passed);
  } finally {
    await generator.stop();
    await server.stop();
  }
}

async function load(
  { generator, origin }: { generator: Generator; origin: string },
  known: KnownServer,
  rate: number,
  durationMs: number,
) {
  const random = seededRandom(1);
  const due = dueTimes({ process: 'constant', rate, durationMs, leadInMs: 0 }, random);
  const requests = known.paths(due.length, random).map((path) => ({ method: 'GET' as const, path, expect: 200 }));
  const connections = OPEN_LOOP_CONNECTIONS;
  const block = { loop: 'open', origin, connections, timeoutMs: 10_000, dueTimes: due, requests } as const;
  const { result } = await generator.run(block);
  return result;
}

function percentileChecks(
  { name, truth }: KnownServer,
  { response, scheduleError }: BlockResult,
  transport: number,
): Check[] {
  const measured = merged([response]);
  const percentiles = truth.map(({ percentile, ms }): Check => {
    const expected = ms + transport;
    const found = measured.valueAt(percentile);
    const passed = Math.abs(found - expected) <= Math.max(0.02 * expected, 0.3);
    return { what: `${name}: p${percentile}`, expected: inMs(expected), found: inMs(found), passed };
  });
  return [...percentiles, scheduleCheck(name, merged([scheduleError]))];
}

function capacityChecks({ answered, dropped, scheduleError, utilisation }: BlockResult): Check[] {
  const expected = (CAPACITY_RATE * CAPACITY_MS) / 1_000;
  const name = `${CAPACITY_RATE.toLocaleString('en')} requests/s`;
  return [
    {
      what: `${name}: answered`,
      expected: `${expected}`,
      found: `${answered}`,
      passed: answered === expected && dropped === 0,
    },
    {
      what: `${name}: generator busy`,
      expected: '≤ 50 %',
      found: `${Math.round(utilisation * 100)} %`,
      passed: utilisation <= 0.5,
    },
    scheduleCheck(name, merged([scheduleError])),
  ];
}

function scheduleCheck(name: string, errors: Durations): Check {
  const found = errors.valueAt(99);
  return { what: `${name}: schedule error p99`, expected: '≤ 1 ms', found: inMs(found), passed: found <= 1 };
}

function report(checks: Check[], transport: number): string {
  const rows = checks.map(({ what, expected, found, passed }) => [
    what,
    expected,
    found,
    passed ? pc.green('ok') : pc.red('OFF'),
  ]);
  const note = `True is the server's delay and ${inMs(transport)}, the median of an answer without delay.`;
  return `${tableOf(['', 'true', 'measured', ''], rows)}\n${note}`;
}

const inMs = (value: number) => `${value.toFixed(3)} ms`;
