import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Stack, blueprints } from '@jobly/stack';
import pg from 'pg';
import { request } from 'undici';

/** Runs statements in a database of the stack, as its administrator. */
async function execute({ postgres }: Stack, database: string, statements: string[]): Promise<void> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(postgres!.url), { pathname: `/${database}` }).href,
  });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Lets every event of the companies service vanish from its outbox, in the transaction that records it. */
export async function dropEvents(stack: Stack): Promise<undefined> {
  const { database } = blueprints.find(({ name }) => name === 'companies')!;
  await execute(stack, database!.name, [
    `CREATE FUNCTION drop_event() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN DELETE FROM outbox_events WHERE id = NEW.id; RETURN NULL; END'`,
    'CREATE TRIGGER drop_event AFTER INSERT ON outbox_events FOR EACH ROW EXECUTE FUNCTION drop_event()',
  ]);
}

/** Lets PostgreSQL acknowledge commits that are only in its memory, and leaves them there for long. */
export async function commitInMemory(stack: Stack): Promise<undefined> {
  await execute(stack, 'postgres', [
    'ALTER SYSTEM SET synchronous_commit = off',
    `ALTER SYSTEM SET wal_writer_delay = '10s'`,
    'SELECT pg_reload_conf()',
  ]);
}

/** A proxy that sends every POST twice and passes on the second answer. */
export async function repeatingRelay(origin: string) {
  async function forward({ method, url, headers }: IncomingMessage, body: Buffer) {
    const { authorization, 'content-type': type } = headers;
    return request(`${origin}${url}`, {
      method: method as 'GET',
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(body.length > 0 && { body }),
    });
  }
  const server = createServer((incoming, response) => {
    void buffer(incoming)
      .then(async (body) => {
        if (incoming.method === 'POST') await (await forward(incoming, body)).body.dump();
        const { statusCode, body: answer } = await forward(incoming, body);
        response.writeHead(statusCode).end(await answer.text());
      })
      .catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
