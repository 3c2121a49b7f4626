import { internalOperations } from '@jobly/contracts';
import axios, { type AxiosRequestConfig } from 'axios';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { type Dispatcher, Pool } from 'undici';
import { isNow } from './state';

const INTROSPECTION = internalOperations.introspectToken.path;

/** The statement with which the process that holds the users looks one up. */
const IDENTIFY = 'identify';

type Request = (config: AxiosRequestConfig<string>) => Promise<unknown>;

type Query = (...call: unknown[]) => unknown;

/** The answer to a question that is not asked: what the token says of itself. */
function answerTo(question = ''): { status: number; headers: object; data: string } {
  const { token } = JSON.parse(question) as { token: string };
  const claims = jwt.decode(token) as jwt.JwtPayload;
  return { status: 200, headers: {}, data: JSON.stringify({ ...claims, active: true }) };
}

/** Makes it switchable whether, and how, another process is asked about a token. */
export function makeQuestionsSwitchable(): void {
  const { request } = axios.Axios.prototype as { request: Request };
  Object.assign(axios.Axios.prototype, {
    request(this: unknown, config: AxiosRequestConfig<string>) {
      const isLeftOut = isNow('only-read') && config.url === INTROSPECTION;
      return isLeftOut ? Promise.resolve(answerTo(config.data)) : request.call(this, config);
    },
  });

  const { dispatch } = Pool.prototype;
  Object.assign(Pool.prototype, {
    /** A connection that closes after its answer has to be opened again for the next question. */
    dispatch(this: Pool, options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler) {
      const isMistaken = isNow('no-keep-alive') && options.path === INTROSPECTION;
      return dispatch.call(this, isMistaken ? { ...options, reset: true } : options, handler);
    },
  });
}

/** The same for a process that asks its own database. The lab's callers are administrators. */
export function makeLookUpsSwitchable(): void {
  const { query } = pg.Pool.prototype as { query: Query };
  Object.assign(pg.Pool.prototype, {
    query(this: pg.Pool, ...call: unknown[]) {
      const [statement] = call as [{ name?: string; values?: string[] } | undefined];
      return isNow('only-read') && statement?.name === IDENTIFY
        ? Promise.resolve({ rows: [{ account: statement.values?.[0], isAdmin: true }] })
        : query.apply(this, call);
    },
  });
}
