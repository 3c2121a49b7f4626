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
import { armName } from '@jobly/lab/runner';
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
      armName(one.topology, one.authMode),
      one.algorithm,
      `${inDigits(p50, thousandths)} ms`,
      // CPU ms per 1,000 requests are µs per request.
      `${inDigits(cpu, threeDigits)} µs`,
      inDigits(cpu, (microseconds) => thousandths(microseconds / 1_000)),
      noise ? `${inDigits(noise, thousandths)} ms` : '–',
    ]),
  };
}

/** "Verifying a token adds this CPU time to a request: monolith: jwks (RS256) +85.0 µs (64.0 to 106), …" */
export function priceInWords(figures: Figures): string | undefined {
  const told = pricesIn(figures).map(({ one, cpu }) => {
    const { estimate, interval } = figureOf(cpu.finding, cpu.row);
    const found = cpu.row.detectable ? `${estimate} µs (${interval})` : `nothing detectable (${interval} µs)`;
    return `${armName(one.topology, one.authMode)} (${one.algorithm}) ${found}`;
  });
  return told.length === 0
    ? undefined
    : asSentence(`verifying a token adds this CPU time to a request: ${told.join(', ')}`);
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

/** "+0.057 (0.044 to 0.070)", with "≈" if the interval includes nothing. */
function inDigits({ row: { interval, detectable } }: Found, digits: (value: number) => string): string {
  const { estimate, low, high } = interval;
  const sign = estimate < 0 ? '' : '+';
  return `${detectable ? '' : '≈ '}${sign}${digits(estimate)} (${digits(low)} to ${digits(high)})`;
}

/** A microsecond of a millisecond matters here. */
const thousandths = (value: number) => value.toFixed(3).replace('-', '−');
