import { type Holding, holdingsOf, type System } from '@jobly/architecture';
import { blocks, count, counted, listed, table } from '../markdown';
import { sidesOf } from '../sides';

interface Kind {
  readonly one: string;
  readonly many: string;
  readonly of: (holding: Holding) => number;
}

const KINDS: readonly Kind[] = [
  { one: 'module', many: 'modules', of: ({ modules }) => modules },
  { one: 'table', many: 'tables', of: ({ tables }) => tables },
  { one: 'operation', many: 'operations', of: ({ operations }) => operations },
  { one: 'environment variable', many: 'environment variables', of: ({ variables }) => variables },
  { one: 'line of module code', many: 'lines of module code', of: ({ moduleLines }) => moduleLines },
  { one: 'line of code in all', many: 'lines of code in all', of: ({ lines }) => lines },
];

/** What one process holds: what of it a service has less of than the whole, and what it has not. */
export function insideSection(system: System): string {
  const sides = sidesOf(system);
  const whole = holdingsOf(sides.whole, system)[0]!;
  const apart = holdingsOf(sides.split, system);
  const services = apart.filter(({ modules }) => modules > 0);
  const isLess = ({ of }: Kind) => services.every((service) => of(service) < of(whole));
  const instead = ({ of, ...words }: Kind) => `${rangeOf(services.map(of), words)} instead of ${count(of(whole))}`;
  const rest = KINDS.filter((kind) => !isLess(kind));
  return blocks(
    '### Simpler, inside a service',
    `A service holds less than the whole: ${listed(KINDS.filter(isLess).map(instead))}.` +
      (rest.length > 0 ? ` It does not hold less of everything: ${listed(rest.map(instead))}.` : ''),
    table(
      ['process', ...KINDS.map(({ many }) => many)],
      [whole, ...apart].map((holding) => [holding.process, ...KINDS.map(({ of }) => count(of(holding)))]),
    ),
  );
}

/** `1 module`, or `1 to 3 tables` */
function rangeOf(values: readonly number[], { one, many }: Omit<Kind, 'of'>): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? counted(least, one, many) : `${count(least)} to ${count(most)} ${many}`;
}
