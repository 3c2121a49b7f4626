import { Failure } from '@jobly/lab/instrument';

/** The stacks that can be compared, from one process to four. */
export const STACKS = 'monolith,soa,micro';

const USUAL = 'monolith,micro';
const FLAG = 'stacks ';

/**
 * Whether the topology between the two is to be compared as well.
 * @throws Failure for other stacks than can be compared
 */
export function isAsked(flags: readonly string[]): boolean {
  const names = flags.find((flag) => flag.startsWith(FLAG))?.slice(FLAG.length) ?? USUAL;
  if (names !== STACKS && names !== USUAL) {
    throw new Failure(`--stacks must be ${STACKS} or ${USUAL}, not "${names}".`);
  }
  return names === STACKS;
}
