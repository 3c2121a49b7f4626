import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spansIn } from './otlp';
import { spanFileIn } from './span-file';

/** A batch has 512 spans of 1 to 5 KB (bytes). */
const LONGEST_BODY = 8 * 1024 * 1024;

export interface Collector {
  /** The endpoint that processes export their spans to. */
  url: string;
  /** Stops listening, after the batches under way. */
  close: () => Promise<void>;
}

/**
 * Listens on a free port of this machine for spans, by OTLP over HTTP in JSON, and keeps them in the directory, which
 * need not exist before the first of them.
 */
export async function startCollector(directory: string): Promise<Collector> {
  const keep = spanFileIn(directory);
  // One batch after the other, because a file is set aside between two of them.
  let kept = Promise.resolve();
  const take = async (request: IncomingMessage): Promise<number> => {
    if (request.method !== 'POST' || request.url !== '/v1/traces') return 404;
    const body = await bodyOf(request);
    if (body === undefined) return 413;
    const spans = parsed(body);
    if (!spans) return 400;
    const done = kept.then(() => keep(spans));
    kept = done.catch(() => {});
    // A full disk, for instance. The exporter counts what nobody took.
    return done.then(
      () => 200,
      () => 503,
    );
  };
  const server = createServer((request, response) => {
    void take(request).then(
      (status) => answer(response, status),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const answer = (response: ServerResponse, status: number) =>
  response
    .writeHead(status, { 'Content-Type': 'application/json', Connection: status === 200 ? 'keep-alive' : 'close' })
    .end('{}');

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(body: string) {
  try {
    return spansIn(body);
  } catch {
    return undefined;
  }
}
