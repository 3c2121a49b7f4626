import { readFile } from 'node:fs/promises';
import promises from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { DOMAIN, LISTS } from '../fleet/names';

/**
 * Preloaded into processes of the lab: a name has the addresses that a file of the same name lists now, as the DNS of
 * containers would give those of the replicas that are there.
 */
const systemLookup = promises.lookup;
const lists = process.env[LISTS]!;

promises.lookup = (async (hostname: string, options: object) => {
  if (!hostname.endsWith(DOMAIN)) return systemLookup(hostname, options);
  const listed = await readFile(join(lists, hostname), 'utf8');
  return listed.split('\n').map((address) => ({ address, family: 4 }));
}) as typeof systemLookup;
syncBuiltinESMExports();
