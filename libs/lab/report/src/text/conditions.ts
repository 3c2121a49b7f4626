import {
  capitalised,
  configurationsIn,
  dataInWords,
  mixesIn,
  pairsInWords,
  precisionInWords,
  type Results,
  sharesInWords,
  speedInWords,
  warmUpInWords,
} from '@jobly/lab/results';

/** The subject, method and place of the measurement, one line each. */
export function conditionLines(results: Results): string[] {
  const { leftOut, equivalence, settings } = results;
  const pairs = pairsInWords(results);
  const warmUp = warmUpInWords(results);
  const precision = precisionInWords(results);
  const speed = speedInWords(results);
  const data = dataInWords(results);
  return [
    ...configurationsIn(results).map(({ name, description }) => `Configuration "${name}": ${description}.`),
    ...leftOut.map(({ name, reason }) => `Configuration "${name}" was not possible here: ${reason}.`),
    ...mixesIn(results).map(({ operation, shares }) => `${capitalised(operation)}: ${sharesInWords(shares)}.`),
    ...(settings.load ? [`Load: ${howLoaded(settings.load, settings, pairs)}.`] : []),
    ...(warmUp === undefined ? [] : [`Warm-up: ${warmUp}.`]),
    ...(precision === undefined ? [] : [`Precision: ${precision}.`]),
    ...(data === undefined ? [] : [`Data: ${data}.`]),
    `Machine: ${whereRun(results)}.`,
    ...(speed === undefined ? [] : [`Speed of the machine: ${speed}.`]),
    ...(equivalence.compared > 0 ? [`Equivalence: ${equivalence.compared} answers compared, all the same.`] : []),
  ];
}

type Settings = Results['settings'];

function howLoaded(load: NonNullable<Settings['load']>, { blockMs, seed }: Settings, pairs: string): string {
  const how =
    load.loop === 'open'
      ? `open loop, ${load.rate}/s, ${load.arrivals} arrivals`
      : `closed loop, ${load.concurrency} at a time`;
  return `${how}; ${pairs}, each of ${blockMs / 1_000} s, interleaved; seed ${seed}`;
}

function whereRun({ machine: { cpus, cpu, system, loadBefore, versions } }: Results): string {
  const busy = loadBefore > cpus / 2 ? `, busy before we began (load ${loadBefore.toFixed(2)})` : '';
  const nginx = versions['nginx'] === undefined ? '' : `, nginx ${versions['nginx']}`;
  return `${cpus} × ${cpu}, ${system}, Node ${versions['node']}${nginx}${busy}`;
}
