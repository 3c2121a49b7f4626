/** What the user of the calculator assumes. */
export interface Scenario {
  /** Requests/s. */
  rate: number;
  /** The share of requests that read. */
  reads: number;
  /** Between two processes, or a process and its database (ms). */
  roundTrip: number;
  /** Of every process; 0 for as many as the utilisation needs. */
  replicas: number;
  /** The highest share of its time that a CPU may be busy. */
  utilisation: number;
  /** The share of time that one process, or one database, is there. */
  available: number;
  /** The price of a CPU for an hour. */
  cpuHour: number;
  /** The price of a GiB of memory for an hour. */
  gibHour: number;
}

/** One of the assumptions, as forms and command lines ask for it. */
export interface Field {
  name: keyof Scenario;
  /** As the command line spells it. */
  flag: string;
  label: string;
  unit: '' | '/s' | 'ms' | '%' | '$';
  usual: number;
  least: number;
  most: number;
  whole?: true;
  /** What 0 means, where it is no number of anything. */
  none?: string;
  /** Set if what is left to one is what matters: halving an availability would mean nothing, halving the outage does. */
  complement?: true;
}

export const FIELDS: readonly Field[] = [
  { name: 'rate', flag: 'rate', label: 'rate of requests', unit: '/s', usual: 500, least: 0.1, most: 1e6 },
  { name: 'reads', flag: 'reads', label: 'of them reads', unit: '%', usual: 0.9, least: 0, most: 1, complement: true },
  { name: 'roundTrip', flag: 'round-trip', label: 'round trip inside', unit: 'ms', usual: 0.5, least: 0, most: 1_000 },
  {
    name: 'replicas',
    flag: 'replicas',
    label: 'replicas of each process',
    none: 'as many as needed',
    unit: '',
    usual: 0,
    least: 0,
    most: 1_000,
    whole: true,
  },
  {
    name: 'utilisation',
    flag: 'utilisation',
    label: 'CPUs busy at most',
    unit: '%',
    usual: 0.6,
    least: 0.05,
    most: 0.95,
  },
  {
    name: 'available',
    flag: 'available',
    label: 'a process or database is available',
    unit: '%',
    usual: 0.999,
    least: 0.5,
    most: 0.999_999,
    complement: true,
  },
  // What AWS asks for Fargate on Linux and x86 in us-east-1.
  { name: 'cpuHour', flag: 'cpu-hour', label: 'a CPU for an hour', unit: '$', usual: 0.040_48, least: 0, most: 1_000 },
  { name: 'gibHour', flag: 'gib-hour', label: 'a GiB for an hour', unit: '$', usual: 0.004_445, least: 0, most: 1_000 },
];

/** What is assumed of everything that nobody has said anything about. */
export const usualScenario = (): Scenario =>
  Object.fromEntries(FIELDS.map(({ name, usual }) => [name, usual])) as unknown as Scenario;

/** The factor between what people write and what is calculated with. */
const scaleOf = ({ unit }: Field) => (unit === '%' ? 100 : 1);

/** As people write it, without its unit. */
export const written = (field: Field, value: number): string =>
  String(Number((value * scaleOf(field)).toPrecision(12)));

/** With its unit: "90 %", "0.5 ms", "$0.04". */
export const assumed = (field: Field, value: number): string =>
  field.none !== undefined && value === 0 ? field.none : withUnit(field, value);

function withUnit(field: Field, value: number): string {
  const number = written(field, value);
  if (field.unit === '$') return `$${number}`;
  return field.unit === '' || field.unit === '/s' ? number + field.unit : `${number} ${field.unit}`;
}

/** For whoever fills it in: "round trip inside, ms". */
export const labelOf = ({ label, unit, none }: Field): string =>
  `${label}${unit === '' ? '' : `, ${unit}`}${none === undefined ? '' : ` (0: ${none})`}`;

/** For a list of options: "round trip inside, ms (usual: 0.5 ms)". */
export const described = (field: Field): string => `${labelOf(field)} (usual: ${assumed(field, field.usual)})`;

/** A value as somebody has written it, with its unit or without; a sentence if it is none. */
export function valueOf(field: Field, text: string): number | { wrong: string } {
  const { unit, least, most, whole } = field;
  const digits = /^\$?([\d.]+) ?(?:%|ms|\/s)?$/.exec(text.trim());
  const value = digits ? Number(digits[1]) / scaleOf(field) : NaN;
  const unitGiven = text.replace(/[\d.\s]/g, '');
  const isRight = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (isRight && (unitGiven === '' || unitGiven === unit)) return value;
  const limits = `from ${withUnit(field, least)} to ${withUnit(field, most)}`;
  return { wrong: `must be a ${whole ? 'whole ' : ''}number ${limits}, not "${text}"` };
}
