import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from './compose';
import { settings } from './env';

/** Listens on a free port; `stop` cuts off whatever is under way. */
export async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** A service that remembers what it was asked. */
export async function aService(answer: RequestListener) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  return { heard, ...(await listening(server)) };
}

/** A gateway in front of one service that owns everything. */
export async function aGateway(serviceUrl: string, given: Partial<Record<keyof typeof settings.shape, string>> = {}) {
  const urls = { USERS_URL: serviceUrl, COMPANIES_URL: serviceUrl, JOBS_URL: serviceUrl };
  const { app, close } = compose(settings.parse({ LOG_LEVEL: 'silent', AUTH_RATE_LIMIT: '0', ...urls, ...given }));
  const { url, stop } = await listening(createServer(app));
  return { url, stop: () => Promise.all([stop(), close()]) };
}
