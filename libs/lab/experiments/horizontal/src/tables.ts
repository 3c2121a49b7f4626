import type { Interval } from '@jobly/lab/instrument';
import {
  count,
  intervalInWords,
  meanOthers,
  othersCell,
  percentage,
  signed,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import { costTable } from './cost-table';
import type { Found } from './laws';
import { CONNECTIONS, MACHINE_FULL, PATH, type Plan, QUOTA, USED_UP } from './plan';
import type { Sample } from './sample';

/** The tables' names, by which conclusions find them. */
export const SCALING = 'scaling';
export const LAW = 'law';

export const tablesOf = (found: readonly Found[], samples: readonly Sample[], plan: Plan, seed: number): Table[] => [
  lawTable(found),
  costTable(found, samples, seed),
  scalingTable(found, samples, plan),
];

/** What stands for a figure that cannot be had. */
export const NO_VERDICT = 'no verdict';
const NO_PEAK = 'no peak detected';

export const LAW_HEAD = {
  contention: 'contention σ',
  coherency: 'coherency κ',
  peak: 'replicas at the peak',
  fit: 'R²',
  replicas: 'predicted for',
  error: 'error of the prediction',
};

function lawTable(found: readonly Found[]): Table {
  return {
    name: LAW,
    title: 'The Universal Scalability Law',
    note: `Rate = λ n ÷ (1 + σ (n − 1) + κ n (n − 1)) by least squares, with bootstrap intervals over launches; there is no peak where coherency may as well cost nothing. R² is that of the mean rates. Fitted to the numbers of replicas that got their quota: ${NO_VERDICT} on others, because the machine had no more. The prediction is by the law fitted to half as many, in which neither σ nor κ is below nothing; its error lies between the ends of both intervals that are furthest apart.`,
    head: [
      'replicated',
      'λ, requests/s',
      LAW_HEAD.contention,
      LAW_HEAD.coherency,
      LAW_HEAD.peak,
      LAW_HEAD.fit,
      LAW_HEAD.replicas,
      'predicted/s',
      'measured/s',
      LAW_HEAD.error,
    ],
    rows: found.map(({ way, law, prediction }) => [
      way,
      ...(law
        ? [
            count(law.law.single),
            withEnds(law.contention, percent),
            withEnds(law.coherency, percent),
            law.peak ? withEnds(law.peak) : NO_PEAK,
            law.explained.toFixed(3),
          ]
        : Array.from({ length: 5 }, () => NO_VERDICT)),
      ...(prediction
        ? [
            String(prediction.replicas),
            withEnds(prediction.predicted, count),
            withEnds(prediction.measured, count),
            withEnds(prediction.error, signedPercentage),
          ]
        : ['–', '–', '–', NO_VERDICT]),
    ]),
    keys: found.map(({ way }) => way),
  };
}

const withEnds = (interval: Interval, inWords: (value: number) => string = threeDigits) =>
  `${inWords(interval.estimate)} (${intervalInWords(interval, inWords)})`;

/** Who may have served nothing was foretold any multiple of that. */
const signedPercentage = (share: number) => (share === Infinity ? '+∞' : signed(share, percentage));

const percent = (share: number) => `${threeDigits(100 * share)} %`;

function scalingTable(found: readonly Found[], samples: readonly Sample[], { launches }: Plan): Table {
  return {
    name: SCALING,
    title: 'What so many replicas serve',
    note: `GET ${PATH}, all of them, in a closed loop of ${CONNECTIONS} connections for each replica behind nginx; every replicated process has ${QUOTA} CPUs of its own. With the 95 % interval over ${launches} launches. Replicas that used less than ${percentage(USED_UP)} of their quota while the machine was busy for ${percentage(MACHINE_FULL)} of its time did not get it. Statements in PostgreSQL are those at one moment, and of them those that wait for anything but their client.`,
    head: [
      'replicated',
      'replicas',
      'requests/s',
      'of n times one',
      'refused',
      'used of the quota',
      'machine busy',
      'others',
      'generator busy',
      'PostgreSQL',
      'statements',
      'waiting',
      'verdict',
    ],
    rows: found.flatMap(({ way, counts }) =>
      counts.map(({ replicas, rate, isStarved }) => {
        const same = samples.filter((sample) => sample.way === way && sample.replicas === replicas);
        const mean = (of: (sample: Sample) => number) => same.reduce((sum, one) => sum + of(one), 0) / same.length;
        return [
          way,
          String(replicas),
          withEnds(rate, count),
          percentage(rate.estimate / (replicas * (counts[0]!.rate.estimate / counts[0]!.replicas))),
          percentage(mean(({ lost }) => lost)),
          percentage(mean(({ used }) => used)),
          percentage(mean(({ machineBusy }) => machineBusy)),
          othersCell(meanOthers(same.map(({ others }) => others))),
          percentage(mean(({ generatorBusy }) => generatorBusy)),
          { value: mean(({ databaseCpus }) => databaseCpus), unit: 'CPUs' },
          threeDigits(mean(({ inDatabase: { running, waiting } }) => running + waiting)),
          threeDigits(mean(({ inDatabase: { waiting } }) => waiting)),
          isStarved ? 'the machine was full' : 'counts',
        ];
      }),
    ),
  };
}
