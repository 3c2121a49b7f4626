import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Exported {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  traceState?: string;
  name: string;
  kind: number;
  status: { code: number; message?: string };
}

interface Batch {
  resourceSpans: { scopeSpans: { spans: Exported[] }[] }[];
}

/** A collector of spans on a free port; one that hangs takes them and never says so. */
export async function aCollector({ hangs = false } = {}) {
  const spans: Exported[] = [];
  const server = createServer((request, response) => {
    if (hangs) return;
    void json(request).then((batch) => {
      for (const { scopeSpans } of (batch as Batch).resourceSpans) {
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      }
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, stop };
}
