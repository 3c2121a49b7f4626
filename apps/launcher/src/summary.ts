import { type Stack, titles } from '@jobly/stack';
import Table from 'cli-table3';
import { milliseconds } from './wording';

type Running = Pick<Stack, 'parts' | 'postgres' | 'monolith' | 'soa' | 'micro' | 'functions' | 'seededPasswords'>;

/**
 * The running parts, their start times, what to open and to try, and how to stop them.
 * @param page the URL of the page that shows them in the browser, if there is one
 */
export function summaryOf(
  stack: Running,
  postgresReadyMs: number,
  page: string | undefined,
  howToStop: string,
): string {
  const look = page === undefined ? [] : ['', `Open ${page} to see them side by side.`];
  const commands = commandsFor(stack).map((command) => `  ${command}`);
  return ['', tableOf(stack, postgresReadyMs), ...look, '', 'Try:', ...commands, '', howToStop].join('\n');
}

function tableOf({ parts, postgres }: Running, postgresReadyMs: number): string {
  const table = new Table({
    head: ['what', 'URL', 'pid', 'ready after'],
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  if (postgres) {
    const withoutPassword = `postgresql://127.0.0.1:${postgres.port}`;
    table.push([titles.postgres, withoutPassword, postgres.pid, milliseconds(postgresReadyMs)]);
  }
  for (const { name, url, pid, readyMs } of parts) table.push([titles[name], url, pid, milliseconds(readyMs)]);
  return table.toString();
}

/** The same list from each side, and a log-in if the password is known. */
function commandsFor({ monolith, soa, micro, functions, seededPasswords }: Running): string[] {
  const urls = [monolith?.url, soa?.url, micro?.url, functions?.url].filter((url) => url !== undefined);
  const lists = urls.map((url) => `${CURL} '${url}/companies?nameLike=an&limit=2'`);
  const [url] = urls.slice(-1);
  const password = seededPasswords[functions ? 'functions' : micro ? 'users' : soa ? 'accounts' : 'monolith'];
  return url === undefined || password === undefined ? lists : [...lists, ...logInAt(url, password)];
}

/** Loopback must not go through a proxy, and curl uses one even for that. */
const { http_proxy, ALL_PROXY, all_proxy } = process.env;
const CURL = http_proxy || ALL_PROXY || all_proxy ? `curl -s --noproxy '*'` : 'curl -s';

function logInAt(url: string, password: 'well-known' | 'own'): string[] {
  // A password of the user's own must not appear on the screen.
  const inShell = password === 'own' ? `'"$SEED_PASSWORD"'` : 'password';
  return [
    ...(password === 'own' ? ['# SEED_PASSWORD being what it was when the database was filled:'] : []),
    `token=$(${CURL} '${url}/auth/token' -H 'Content-Type: application/json' \\`,
    `  -d '{"username":"testuser","password":"${inShell}"}' | cut -d '"' -f 4)`,
    `${CURL} '${url}/users/testuser' -H "Authorization: Bearer $token"`,
  ];
}
