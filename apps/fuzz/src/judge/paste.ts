import type { Wire } from '../http/wire';

/** A run of one byte that is written as a count. */
const LONG_RUN = /([\s\S])\1{199,}/g;

/**
 * A command for a shell that sends these bytes to `$JOBLY_PORT` on this machine, with the tokens in `$ADMIN` and
 * `$CALLER`.
 */
export function paste(wire: Wire): string {
  const parts: string[] = [];
  let at = 0;
  for (const run of wire.matchAll(LONG_RUN)) {
    parts.push(printf(wire.slice(at, run.index)));
    parts.push(`head -c ${run[0].length} /dev/zero | tr '\\0' '${octal(run[1]!)}'`);
    at = run.index + run[0].length;
  }
  parts.push(printf(wire.slice(at)));
  const commands = parts.filter((part) => part !== '');
  const sends = commands.length === 1 ? commands[0]! : `{ ${commands.join('; ')}; }`;
  return `${sends} | nc localhost $JOBLY_PORT`;
}

/** How to get the tokens that pasted requests name. */
export const preparation = [
  'JOBLY_PORT=3001   # of the monolith that `npm start` starts; 3002 is the gateway',
  `ADMIN=$(curl -s localhost:$JOBLY_PORT/auth/token -H 'Content-Type: application/json' \\`,
  `  -d '{"username":"testadmin","password":"password"}' | sed 's/.*:"//; s/".*//')`,
  `CALLER=$(curl -s localhost:$JOBLY_PORT/auth/token -H 'Content-Type: application/json' \\`,
  `  -d '{"username":"testuser","password":"password"}' | sed 's/.*:"//; s/".*//')`,
].join('\n');

function printf(wire: Wire): string {
  if (wire === '') return '';
  const format = wire
    .replace(/[\\%]/g, (character) => character.repeat(2))
    .replace(/[^ -~]/g, escape)
    .replaceAll("'", `'\\''`)
    .replace(/{{(admin|user)}}/g, (_, name: string) => (name === 'admin' ? `'"$ADMIN"'` : `'"$CALLER"'`));
  return `printf '${format}'`;
}

const escape = (byte: string) => (byte === '\r' ? '\\r' : byte === '\n' ? '\\n' : octal(byte));

const octal = (byte: string) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
