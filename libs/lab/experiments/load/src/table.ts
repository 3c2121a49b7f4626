import {
  count,
  cpuPerThousand,
  type Figures,
  intervalInWords,
  milliseconds,
  responseP50,
  type Table,
  threeDigits,
  throughput,
} from '@jobly/lab/results';
import { measuredPoints, ratioOf, summaryOf } from './figures';
import { basePoint, saturatedOf, settingInWords } from './points';

/** By which documents find the table. */
const POINTS = 'points';

const UNKNOWN = '–';

/** Every point with the figures of both stacks. */
export function pointsTable(figures: Figures): Table {
  const rows = measuredPoints(figures).map((point) => {
    const { name } = point.workload;
    const saturated = saturatedOf(point);
    const stacks = ['monolith', 'micro'] as const;
    const both = (figure: (arm: (typeof stacks)[number]) => string | undefined) =>
      stacks.map((arm) => figure(arm) ?? UNKNOWN).join(' → ');
    const response = (arm: string) => summaryOf(figures, name, arm)?.response;
    const cpu = (arm: string) => summaryOf(figures, name, arm)?.cpuMsPerThousand;
    const served = (arm: string) => summaryOf(figures, saturated, arm)?.requestsPerSecond;
    return [
      point.workload.name === basePoint.workload.name ? 'the base' : settingInWords(point),
      both((arm) => known(response(arm)?.p50, milliseconds)),
      both((arm) => known(response(arm)?.p99, milliseconds)),
      ratioInWords(figures, name, responseP50.name),
      both((arm) => known(cpu(arm), count)),
      ratioInWords(figures, name, cpuPerThousand.name),
      both((arm) => known(served(arm), count)),
      ratioInWords(figures, saturated, throughput.name),
    ];
  });
  return {
    name: POINTS,
    title: 'One knob at a time, monolith → microservices',
    note: 'Ratios are microservices ÷ monolith, with their 95 % interval over launches, or over paired blocks if there is a single launch; percentiles are of all blocks together, p99 from 1,000 samples on. Requests/s in a closed loop, where it was measured.',
    head: ['', 'p50, ms', 'p99, ms', 'ratio of p50', 'CPU, µs a request', 'ratio of CPU', 'requests/s', 'ratio'],
    rows,
  };
}

const known = (value: number | null | undefined, inWords: (value: number) => string): string | undefined =>
  value === null || value === undefined ? undefined : inWords(value);

function ratioInWords(figures: Figures, workload: string, metric: string): string {
  const interval = ratioOf(figures, workload, metric);
  return interval ? `${threeDigits(interval.estimate)} (${intervalInWords(interval)})` : UNKNOWN;
}
