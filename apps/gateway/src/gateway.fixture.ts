import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lookup } from '@jobly/replicas';
import { compose } from './compose';
import { settings } from './env';

/** Listens on a free port by default; `stop` cuts off requests under way. */
export async function listening(server: Server, { host = '127.0.0.1', port = 0 } = {}) {
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, stop };
}

/** A service that records its requests. */
export async function aService(answer: RequestListener, at: Parameters<typeof listening>[1] = {}) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  return { heard, ...(await listening(server, at)) };
}

/** A gateway in front of one service that owns everything. */
export async function aGateway(
  serviceUrl: string,
  given: Partial<Record<keyof typeof settings.shape, string>> = {},
  lookup?: Lookup,
) {
  const urls = { USERS_URL: serviceUrl, COMPANIES_URL: serviceUrl, JOBS_URL: serviceUrl };
  const environment = settings.parse({ LOG_LEVEL: 'silent', AUTH_RATE_LIMIT: '0', ...urls, ...given });
  const { app, close } = compose(environment, lookup);
  const { url, stop } = await listening(createServer(app));
  return { url, stop: () => Promise.all([stop(), close()]) };
}
