import { internalOperations } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { type Dispatcher, Pool } from 'undici';
import { isNow } from './state';

const INTROSPECTION = internalOperations.introspectToken.path;

/** The statement with which the process that holds the users looks one up. */
const IDENTIFY = 'identify';

type Request = (options: Dispatcher.RequestOptions) => Promise<Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>>;

type Query = (...call: unknown[]) => unknown;

/** The answer to a question that is not asked: what the token says of itself. */
function answerTo({ body }: Dispatcher.RequestOptions) {
  const { token } = JSON.parse(body as string) as { token: string };
  const answer = JSON.stringify({ ...(jwt.decode(token) as jwt.JwtPayload), active: true });
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: { text: () => Promise.resolve(answer) },
  };
}

/** Makes it switchable whether, and how, another process is asked about a token. */
export function makeQuestionsSwitchable(): void {
  const { request, dispatch } = Pool.prototype as { request: Request; dispatch: Pool['dispatch'] };
  Object.assign(Pool.prototype, {
    request(this: Pool, options: Dispatcher.RequestOptions) {
      const isLeftOut = isNow('only-read') && options.path === INTROSPECTION;
      return isLeftOut ? Promise.resolve(answerTo(options)) : request.call(this, options);
    },
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
        ? Promise.resolve({ rows: [{ username: statement.values?.[0], isAdmin: true }] })
        : query.apply(this, call);
    },
  });
}
