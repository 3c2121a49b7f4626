import fc, { type Arbitrary } from 'fast-check';
import { type Wire, wireOf } from '../http/wire';
import { bodyFor } from './bodies';
import { caller, curiousHeaders } from './headers';
import { malformed } from './malformed';
import { type DescribedOperation, describedOperations } from './schema';
import { SIMPLEST_FIRST } from './simplest-first';
import { targetFor } from './targets';

/** A request that both stacks get. */
export interface Hostile {
  /** The operation that it began as. */
  operation: string;
  wire: Wire;
}

/** Without DELETE: the callers would lose their accounts. */
const OTHER_METHODS = ['HEAD', 'OPTIONS', 'PUT', 'TRACE', 'get', 'QUERY', 'PROPFIND', 'GET', 'POST', 'PATCH'];

/** Paths beside the operations. /metrics is left out: its numbers are each process's own. */
const OTHER_PATHS = [
  ...['/', '/health/live', '/health/ready', '/docs', '/openapi.json', '/docs/assets/start.js', '/favicon.ico'],
  ...['/docs/assets/../../package.json', '/docs/assets/%2e%2e/package.json', '/docs/assets/%', '/docs/assets/x%00'],
  ...['/internal/jobs/1/exists', '/internal/token-introspection', '/.well-known/jwks.json', '/.env', '/server-status'],
  ...['/jobs/1/x', '/users/testuser/jobs', '/auth', '/auth/', '/auth/token/x', '/constructor', '/__proto__', '//', '*'],
];

const other: DescribedOperation = { name: 'none', method: 'get', path: '', query: {}, body: undefined };

function requestsFor(operation: DescribedOperation, targets = targetFor(operation)): Arbitrary<Wire> {
  const usual = operation.method.toUpperCase();
  return fc
    .record({
      method: fc.oneof(
        SIMPLEST_FIRST,
        { weight: 15, arbitrary: fc.constant(usual) },
        { weight: 1, arbitrary: fc.constantFrom(...OTHER_METHODS) },
      ),
      target: targets,
      caller,
      curious: curiousHeaders,
      body: bodyFor(operation.body),
    })
    .map(({ method, target, caller, curious, body }) =>
      wireOf({
        method,
        target,
        version: 'HTTP/1.1',
        headers: [['Host', 'localhost'], ['Connection', 'close'], ...caller, ...curious, ...body.headers],
        body: body.wire,
      }),
    );
}

/** Hostile requests from the contract: every operation, valid and broken in every part. */
export function hostileRequests(operations = describedOperations()): Arbitrary<Hostile> {
  const byOperation = operations.map((operation) => ({ name: operation.name, wires: requestsFor(operation) }));
  const beside = { name: other.name, wires: requestsFor(other, fc.constantFrom(...OTHER_PATHS)) };
  const named = ({ name, wires }: typeof beside) => wires.map((wire): Hostile => ({ operation: name, wire }));
  const broken = byOperation.map(({ name, wires }) => named({ name: `${name}, malformed`, wires: malformed(wires) }));
  return fc.oneof(
    { weight: 16, arbitrary: fc.oneof(...byOperation.map(named)) },
    { weight: 1, arbitrary: named(beside) },
    { weight: 3, arbitrary: fc.oneof(...broken) },
  );
}
