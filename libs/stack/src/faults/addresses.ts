import { withoutBrackets } from '@jobly/contracts';
import { type Blueprint, type Topology, blueprints, urlVariableOf } from '../topology';
import type { Neighbour } from './order';

/**
 * The addresses that a part connects to, as `host:port`. A neighbour is missing whose URL is in a file, or a database
 * that is reached by a socket in the file system.
 */
export function addressesOf(
  { name, topology, database }: Pick<Blueprint, 'name' | 'topology' | 'database'>,
  environment: NodeJS.ProcessEnv,
): Map<Neighbour, string> {
  const addresses = new Map<Neighbour, string>();
  const add = (neighbour: Neighbour, url: string | undefined) => {
    const address = url === undefined ? undefined : addressIn(url);
    if (address) addresses.set(neighbour, address);
  };
  for (const other of neighboursIn(topology)) {
    if (other.name !== name) add(other.name, environment[urlVariableOf(other.modules[0]!)]);
  }
  if (database) add('database', environment[database.appReads ?? database.variable]);
  return addresses;
}

const neighboursIn = (topology: Topology) =>
  blueprints.filter((one) => one.topology === topology && one.modules.length > 0);

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443', 'postgres:': '5432', 'postgresql:': '5432' };

function addressIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  return hostname ? `${withoutBrackets(hostname)}:${port || PORTS[protocol]}` : undefined;
}
