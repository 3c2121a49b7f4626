import type { Results } from '../results';
import { threeDigits } from './numbers';

/** The speed of the machine; undefined in older results. */
export function speedInWords({ machine: { speed } }: Pick<Results, 'machine'>): string | undefined {
  if (!speed) return undefined;
  const { rs256Us, jsonUs, queryUs } = speed;
  const each = [
    `${threeDigits(rs256Us)} µs to verify a token (RS256)`,
    `${threeDigits(jsonUs)} µs to write and parse 10 kB of JSON`,
    ...(queryUs === null ? [] : [`${threeDigits(queryUs)} µs for SELECT 1`]),
  ];
  return each.join(', ');
}
