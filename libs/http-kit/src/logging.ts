import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { currentRequest } from './request-context';

/** JSON lines on standard output, each with the name of the process. */
export const createLogger = (name: string, level: string): Logger =>
  pino({ name, level, base: { name, pid: process.pid } });

/** One line a request, and nothing in it that is secret: no headers, no bodies, no query values. */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    if (!log.isLevelEnabled('info')) {
      next();
      return;
    }
    const begin = performance.now();
    const context = currentRequest();
    response.once('close', () => {
      const ms = Math.round((performance.now() - begin) * 1000) / 1000;
      const [path] = request.originalUrl.split('?');
      const { requestId, caller } = context ?? {};
      const user = caller?.username;
      log.info({ requestId, user, method: request.method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
