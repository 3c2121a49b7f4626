/**
 * How one module of the monolith reaches another: `direct`, as a function, or `loopback`, as if over a network that
 * loses answers: arguments and results go through JSON, and every call is made twice. The conformance suite runs over
 * the loopback to find a port that passes what HTTP could not, or that may not be repeated.
 */
export const portCalls =
  (mode: 'direct' | 'loopback') =>
  <P extends object>(port: P): P =>
    mode === 'direct' ? port : (overLoopback(Object.entries(port) as [string, Method][]) as P);

type Method = (...args: unknown[]) => Promise<unknown>;

const overLoopback = (methods: [string, Method][]) =>
  Object.fromEntries(
    methods.map(([name, method]) => [
      name,
      async (...args: unknown[]) => {
        await method(...throughJson(args));
        return throughJson(await method(...throughJson(args)));
      },
    ]),
  );

const throughJson = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
