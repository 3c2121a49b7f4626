import promises from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DOMAIN, HOSTS } from '../restarts/addresses';

/**
 * Preloaded into replicas of the lab: their names have the addresses that the DNS of containers would give. A replica
 * that is being restarted keeps its address, as for a moment it does there.
 */
const systemLookup = promises.lookup;

promises.lookup = ((hostname: string, options: object) =>
  hostname.endsWith(DOMAIN)
    ? Promise.resolve(HOSTS.map((address) => ({ address, family: 4 })))
    : systemLookup(hostname, options)) as typeof systemLookup;
syncBuiltinESMExports();
