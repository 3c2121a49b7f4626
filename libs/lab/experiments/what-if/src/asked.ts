import { Failure } from '@jobly/lab/instrument';
import { FIELDS, type Scenario, usualScenario, valueOf } from '@jobly/lab/results';

/**
 * The scenario that the command line asks for; what it does not say is as usual.
 * @param flags as they were given: `rate 500`
 * @throws Failure for a value that an assumption cannot have
 */
export function askedScenario(flags: readonly string[]): Scenario {
  const scenario = usualScenario();
  for (const field of FIELDS) {
    const given = flags.find((flag) => flag.startsWith(`${field.flag} `));
    if (given === undefined) continue;
    const value = valueOf(field, given.slice(field.flag.length + 1));
    if (typeof value !== 'number') throw new Failure(`--${field.flag} ${value.wrong}.`);
    scenario[field.name] = value;
  }
  return scenario;
}
