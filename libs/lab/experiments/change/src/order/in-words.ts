import type { Orders } from './orders';

/** The orders of a deployment: "any order", "companies before jobs", "none". */
export function inWords({ sound, possible, precedences, areExactly, example }: Orders): string {
  if (example.length === 0) return possible === 1 && sound === 1 ? 'nothing to deploy' : 'none';
  if (possible === 1) return example.length === 1 ? 'one step' : example.join(', then ');
  if (sound === possible) return 'any order';
  if (sound === 1) return `only ${example.join(', then ')}`;
  if (areExactly) return [...precedences].map((pair) => pair.join(' before ')).join('; ');
  return `${sound} of ${possible} orders, ${example.join(', then ')} for instance`;
}
