import { type InterfaceOperation, pairsOf } from './interface';

/**
 * Service interface data cohesion: SIDC = (pairs of operations with a parameter type in common + pairs with the same
 * return type) ÷ (2 × all pairs). Null for fewer than two operations, which form no pair.
 *
 * Perepletchikov: Software design metrics for predicting maintainability of service-oriented software, PhD thesis, RMIT
 * 2009, as RAMA CLI (github.com/restful-ma/rama-cli) has it. The version of 2007 (Perepletchikov, Ryan, Frampton:
 * Cohesion metrics for predicting maintainability of service-oriented software) regards only parameters.
 */
export function dataCohesion(operations: readonly InterfaceOperation[]): number | null {
  const pairs = pairsOf(operations);
  const taking = pairs.filter(([one, other]) => one.takes.some((type) => other.takes.includes(type)));
  const returning = pairs.filter(([one, other]) => one.returns !== null && one.returns === other.returns);
  return pairs.length === 0 ? null : (taking.length + returning.length) / (2 * pairs.length);
}
