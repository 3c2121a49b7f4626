import {
  asSentence,
  cpuPerThousand,
  figureOf,
  type Figures,
  type Finding,
  type FindingRow,
  findingsOf,
  responseP50,
  threeDigits,
  type Table,
} from '@jobly/lab/results';
import { armsOf, switched, type Switched } from './stacks';

interface Price {
  one: Switched;
  p50: Found;
  cpu: Found;
  noise: Found | undefined;
}

interface Found {
  finding: Finding;
  row: FindingRow;
}

/** What verifying a token adds to a request, found by switching it off and on in the same processes. */
export function priceTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures);
  const [first] = prices;
  if (!first) return undefined;
  return {
    name: 'verification',
    title: 'What verifying a token costs, all else equal',
    note: `${first.p50.row.operation}; verification was switched off and on between blocks in the same processes. CPU is that of all processes of the stack, so a stack in which two processes verify pays twice. A thousand requests a second take as many cores as a request takes milliseconds of CPU time.`,
    head: ['stack', 'tokens', 'added to p50', 'added CPU per request', 'cores per 1,000 requests/s', 'noise of p50'],
    rows: prices.map(({ one, p50, cpu, noise }) => [
      `${one.topology}: ${one.authMode}`,
      one.algorithm,
      inUnits(p50, 1, 'ms'),
      // CPU ms per 1,000 requests are µs per request.
      inUnits(cpu, 1, 'µs'),
      inUnits(cpu, 1 / 1_000, ''),
      noise ? inUnits(noise, 1, 'ms') : '–',
    ]),
  };
}

/** "Verifying a token adds 47 µs of CPU time to a request of the monolith (HS256), 85 (RS256) …" */
export function priceInWords(figures: Figures): string | undefined {
  const told = pricesIn(figures).map(({ one, cpu }) => {
    const { estimate, interval } = figureOf(cpu.finding, cpu.row);
    const where = `${one.topology}’s ${one.authMode} (${one.algorithm})`;
    return cpu.row.detectable
      ? `${estimate} µs (${interval}) in ${where}`
      : `nothing detectable in ${where} (${interval} µs)`;
  });
  return told.length === 0
    ? undefined
    : asSentence(`verifying a token adds to the CPU time of a request ${told.join(', ')}`);
}

function pricesIn(figures: Figures): Price[] {
  const findings = findingsOf([figures]);
  const found = (metric: string, base: string, other: string): Found | undefined => {
    const finding = findings.find((one) => one.metric === metric && one.base === base && one.other === other);
    const row = finding?.rows[0];
    return finding && row && { finding, row };
  };
  return switched.flatMap((one) => {
    const { verified, read, again } = armsOf(one);
    const p50 = found(responseP50.name, read, verified);
    const cpu = found(cpuPerThousand.name, read, verified);
    return p50 && cpu ? [{ one, p50, cpu, noise: found(responseP50.name, read, again) }] : [];
  });
}

/** "+0.057 (0.044 to 0.070) ms", with "≈" if the interval includes nothing. A microsecond matters here. */
function inUnits({ row: { interval, detectable } }: Found, scale: number, unit: string): string {
  const digits = (value: number) => (unit === 'µs' ? threeDigits(value) : (value * scale).toFixed(3).replace('-', '−'));
  const { estimate, low, high } = interval;
  const sign = estimate < 0 ? '' : '+';
  return `${detectable ? '' : '≈ '}${sign}${digits(estimate)} (${digits(low)} to ${digits(high)})${unit && ` ${unit}`}`;
}
