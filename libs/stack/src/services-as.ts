import { StartError } from '@jobly/contracts';
import type { Blueprint } from './topology';

/** Whether the services run as processes, or each as a function in an emulator of AWS Lambda. */
const VARIABLE = 'SERVICES_AS';

/** @throws StartError for another value. */
export function requireServicesAs({ [VARIABLE]: wanted = '' }: NodeJS.ProcessEnv): void {
  if (!['', 'processes', 'functions'].includes(wanted)) {
    throw new StartError(`${VARIABLE} must be processes or functions, not "${wanted}".`);
  }
}

/** The gateway is no function: it only waits for others, and a function is billed for waiting. */
export const runsAsFunction = ({ topology, modules }: Blueprint, given: NodeJS.ProcessEnv): boolean =>
  topology === 'micro' && modules.length > 0 && given[VARIABLE] === 'functions';
