import {
  sensitivitiesOf,
  type Scenario,
  type Sensitivity,
  type Sizing,
  type Table,
  threeDigits,
} from '@jobly/lab/results';

const FIGURES = [
  { name: 'p50', head: 'p50' },
  { name: 'cost', head: 'cost' },
  { name: 'outage', head: 'outage' },
] as const;

/** What halving and doubling each assumption does to each stack. */
export function sensitivityTable({ stacks }: Sizing, scenario: Scenario): Table {
  const each = stacks.map((stack) => sensitivitiesOf(stack, scenario));
  const rows = each[0]!.map(({ assumption }, index) => [
    assumption,
    ...FIGURES.flatMap(({ name }) => each.map((one) => effectInWords(one[index]!, name))),
  ]);
  return {
    name: 'sensitivity',
    title: 'Which assumption matters most',
    note: 'One at a time, each is halved and then doubled, as far as it can be: what becomes of a figure, in multiples of what it was. Of reads and of availability it is what is left to 100 % that is halved and doubled. A dash is no change.',
    head: ['', ...FIGURES.flatMap(({ head }) => stacks.map(({ name }) => `${head}, ${name}`))],
    rows,
  };
}

function effectInWords(sensitivity: Sensitivity, figure: 'p50' | 'cost' | 'outage'): string {
  const { halved, doubled } = sensitivity[figure];
  const inTimes = (factor: number) => (Number.isFinite(factor) ? `${threeDigits(factor)}×` : 'not served');
  if (halved === 1 && doubled === 1) return '–';
  return `${inTimes(halved)} … ${inTimes(doubled)}`;
}
