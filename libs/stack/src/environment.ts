import { originOf } from '@jobly/contracts';
import { chosen } from './choice';
import { authMode, dataSharing } from './choices';
import { isConfidential, own, secretsOf, seedPasswordOf } from './confidential';
import type { Databases } from './databases';
import type { Plan } from './plan';
import type { Ports } from './ports';
import type { SecretFiles } from './secrets';
import { deadlinesOf, runsAsFunction } from './services-as';
import { type Blueprint, blueprints, isDistributed, urlVariableOf } from './topology';

/** The ports, secrets and databases of the parts, all known before they start. */
export interface Provisions {
  ports: Ports;
  secrets: SecretFiles;
  databases: Pick<Databases, 'urlOf'>;
}

/** The variables of one part: those given and those that the stack fills in, without its neighbours' secrets. */
export function environmentOf(
  part: Blueprint,
  { given, host, compileCache }: Pick<Plan, 'given' | 'host' | 'compileCache'>,
  { ports, secrets, databases }: Provisions,
): NodeJS.ProcessEnv {
  const { port, database, topology } = part;
  const mode = chosen(authMode, topology, given);
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(given).filter(([variable]) => !isConfidential(variable))),
    HOST: host,
    AUTH_MODE: mode,
    DATA_SHARING: chosen(dataSharing, topology, given),
    SEED: given['SEED'] || 'true',
    NODE_COMPILE_CACHE: given['NODE_COMPILE_CACHE'] || compileCache,
    [port.appReads ?? port.variable]: String(ports[part.name]),
  };
  for (const secret of secretsOf(part, mode)) {
    Object.assign(environment, own(secret, given) ?? { [`${secret}_FILE`]: secrets[secret] });
  }
  if (database) {
    const readAs = database.appReads ?? database.variable;
    Object.assign(environment, own(database.variable, given, readAs) ?? { [readAs]: databases.urlOf(database.name) });
  }
  Object.assign(environment, seedPasswordOf(part, given));
  if (isDistributed(part)) Object.assign(environment, neighbours(part, given, host, ports));
  Object.assign(environment, deadlinesOf(part, given));
  if (runsAsFunction(part, given))
    Object.assign(environment, { FUNCTION: part.app, FUNCTIONS_PORT: String(ports[part.name]) });
  if (topology === 'loopback') environment['PORT_CALLS'] = given['LOOPBACK_PORT_CALLS'] || 'loopback';
  return environment;
}

/** The URLs at which a part finds the modules of its topology, unless the user sets others. */
function neighbours({ topology }: Blueprint, given: NodeJS.ProcessEnv, host: string, ports: Ports): NodeJS.ProcessEnv {
  const there = blueprints.filter((one) => one.topology === topology);
  const urls = there.flatMap(({ name, modules }) =>
    modules.map((module) => {
      const variable = urlVariableOf(module);
      return [variable, given[variable] || originOf(host, ports[name]!)] as const;
    }),
  );
  return Object.fromEntries(urls);
}
