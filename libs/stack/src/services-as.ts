import { StartError } from '@jobly/contracts';
import type { Blueprint, Topology } from './topology';

/** Whether the services run as processes, or each as a function in an emulator of AWS Lambda. */
const VARIABLE = 'SERVICES_AS';

/** @throws StartError for another value, and for functions if the services of soa are to be started. */
export function requireServicesAs({ [VARIABLE]: wanted = '' }: NodeJS.ProcessEnv, topologies: Topology[]): void {
  if (!['', 'processes', 'functions'].includes(wanted)) {
    throw new StartError(`${VARIABLE} must be processes or functions, not "${wanted}".`);
  }
  if (wanted === 'functions' && topologies.includes('soa')) {
    throw new StartError(
      `${VARIABLE}=functions is for micro; the services of soa run as processes. Leave one of them out.`,
    );
  }
}

/** Whether a part waits for functions. */
const isAmongFunctions = ({ topology }: Blueprint, given: NodeJS.ProcessEnv): boolean =>
  topology === 'micro' && given[VARIABLE] === 'functions';

/** The gateway is no function: it only waits for others, and a function is billed for waiting. */
export const runsAsFunction = (part: Blueprint, given: NodeJS.ProcessEnv): boolean =>
  part.modules.length > 0 && isAmongFunctions(part, given);

/**
 * How long functions, and the gateway, wait for functions unless the user says otherwise: a service may have to start
 * first, and to wait for others that start. A service waits for less than a call of it may take (15 s); the gateway for a
 * start (10 s) and such a call.
 */
export const deadlinesOf = (part: Blueprint, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  isAmongFunctions(part, given)
    ? {
        SERVICE_DEADLINE_MS: given['SERVICE_DEADLINE_MS'] || '12000',
        GATEWAY_DEADLINE_MS: given['GATEWAY_DEADLINE_MS'] || '28000',
      }
    : {};
