import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { currentRequest } from './request-context';
import { standardOutput } from './standard-output';

/** JSON lines on standard output, each with the name of the process. */
export const createLogger = (name: string, level: string): Logger =>
  pino({ name, level, base: { name, pid: process.pid } }, standardOutput());

/**
 * Logs one line per request without anything secret: no headers, no bodies, no query values. Health checks come every
 * second and are logged at debug level.
 */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const level = request.path.startsWith('/health/') ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) {
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
      log[level]({ requestId, user, method: request.method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
