import { onItsRuntime, runtimeOf } from '../libs/stack/src/runtimes';
import { blueprints } from '../libs/stack/src/topology';

const companies = blueprints.find(({ name }) => name === 'companies')!;

/** The program that runs the service on another stack; undefined, and said, where it is not installed. */
export const bun = (() => {
  try {
    return runtimeOf(onItsRuntime(companies, { COMPANIES_RUNTIME: 'bun' }))[0];
  } catch (error) {
    if (process.env['CI']) throw error;
    console.warn(`The tests of the service on Bun are left out: ${(error as Error).message}`);
    return undefined;
  }
})();
