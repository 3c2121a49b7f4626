import { Failure } from '@jobly/lab/instrument';

/** What can be observed, as the command line names it. */
export const EACH = ['slow-readers', 'restarts', 'soak'] as const;

export type Chosen = (typeof EACH)[number];

const ONLY = 'only ';

/**
 * What `--only` chooses; everything without it.
 * @throws Failure for anything else
 */
export function chosen(flags: readonly string[]): readonly Chosen[] {
  const [name] = flags.flatMap((flag) => (flag.startsWith(ONLY) ? [flag.slice(ONLY.length)] : []));
  if (name === undefined) return EACH;
  const found = EACH.filter((one) => one === name);
  if (found.length === 0) throw new Failure(`--only takes ${EACH.join(', ')}, not "${name}".`);
  return found;
}
