/**
 * The ways in which one module of the monolith calls another.
 * - `direct`: as a function.
 * - `json`: arguments and results go through JSON, which is the cost of a port without any network.
 * - `loopback`: as if over a network that loses answers: through JSON, and every call is made twice. The conformance
 *   suite runs over it to find a port that passes what HTTP could not, or that is not idempotent.
 */
export const portCalls =
  (mode: 'direct' | 'json' | 'loopback') =>
  <P extends object>(port: P): P =>
    mode === 'direct' ? port : (each(port, mode === 'json' ? viaJson : twice) as P);

type Method = (...args: unknown[]) => Promise<unknown>;

const each = (port: object, wrap: (method: Method) => Method) =>
  Object.fromEntries((Object.entries(port) as [string, Method][]).map(([name, method]) => [name, wrap(method)]));

const viaJson =
  (method: Method): Method =>
  async (...args) =>
    copied(await method(...copied(args)));

const twice =
  (method: Method): Method =>
  async (...args) => {
    await viaJson(method)(...args);
    return viaJson(method)(...args);
  };

const copied = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
