import { type Stack, titles } from '@jobly/stack';
import Table from 'cli-table3';
import { milliseconds } from './wording';

/** What runs where, since when, what to try, and how to end it. */
export function summaryOf(stack: Stack, postgresReadyMs: number): string {
  const commands = commandsFor(stack).map((command) => `  ${command}`);
  return ['', tableOf(stack, postgresReadyMs), '', 'Try:', ...commands, '', 'Ctrl-C stops everything.'].join('\n');
}

function tableOf({ parts, postgres }: Stack, postgresReadyMs: number): string {
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

/** The same list from each side, and a log-in. */
function commandsFor({ monolith, micro }: Stack): string[] {
  const urls = [monolith?.url, micro?.url].filter((url) => url !== undefined);
  const token = (url: string) =>
    `$(curl -s '${url}/auth/token' -H 'Content-Type: application/json' ` +
    `-d '{"username":"testuser","password":"password"}' | cut -d '"' -f 4)`;
  return [
    ...urls.map((url) => `curl -s '${url}/companies?nameLike=an&limit=2'`),
    ...urls.slice(-1).map((url) => `curl -s '${url}/users/testuser' -H "Authorization: Bearer ${token(url)}"`),
  ];
}
