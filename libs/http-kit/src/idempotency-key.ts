import { hash } from 'node:crypto';
import { type Identity, type Operation, invalid } from '@jobly/contracts';
import type { Request } from 'express';

/** A string of RFC 9651, 3.3.3, as the draft wants it. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const PRINTABLE = /^[ -~]{1,255}$/;

/**
 * What a request's Idempotency-Key stands for: a digest of key, operation and caller, so that nobody can mean the request
 * of another. undefined without the header. The key may be given in quotes or without.
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07
 * @throws Problem `invalid` for a malformed key.
 */
export function idempotencyKeyOf(
  { method, path }: Operation,
  { headersDistinct }: Pick<Request, 'headersDistinct'>,
  caller: Identity | undefined,
): string | undefined {
  const given = headersDistinct['idempotency-key'];
  if (!given) return undefined;
  const key = given.length === 1 ? unquoted(given[0]!) : '';
  if (!PRINTABLE.test(key)) {
    throw invalid(['Idempotency-Key must be given once, and have 1 to 255 printable ASCII characters']);
  }
  return hash('sha256', JSON.stringify([method, path, caller?.account ?? null, key]), 'hex');
}

/** Empty for quotes that do not match. */
const unquoted = (value: string): string =>
  value.startsWith('"') ? (QUOTED.exec(value)?.[1] ?? '').replace(/\\(.)/g, '$1') : value;
