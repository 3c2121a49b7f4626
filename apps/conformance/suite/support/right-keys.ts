import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jwt, { type Algorithm } from 'jsonwebtoken';
import { capabilities } from './target';

/** Null if the suite has not started the server itself; then there are no keys to sign with. */
export const { inside } = capabilities;

/** For tests that need those keys. */
export const withInside = inside ? describe : describe.skip;

/** Whether users' tokens are signed with a private key. */
export const hasKeys = inside?.authMode !== 'shared-secret';

const secret = (name: string) => readFileSync(inside?.secrets[name] ?? '', 'utf8').trim();

const publicKey = () => createPublicKey(secret('JWT_PRIVATE_KEY'));

export const publicPem = () => publicKey().export({ type: 'spki', format: 'pem' }).toString();

/** The key's thumbprint (RFC 7638). */
function kid(): string {
  const { e, kty, n } = publicKey().export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
}

interface Header {
  alg?: Algorithm;
  kid?: string;
}

/** Signed with the key of users' tokens. */
export const asUser = (claims: object, header: Header = {}) =>
  hasKeys
    ? signed(claims, 'JWT_PRIVATE_KEY', { alg: 'RS256', kid: kid(), ...header })
    : signed(claims, 'JWT_SECRET', header);

/** Signed with the secret that the gateway shares with a service. */
export const asInternal = (service: string, claims: object, header: Header = {}) =>
  signed(claims, `${service.toUpperCase()}_INTERNAL_SECRET`, header);

/** Signed with the secret that the services share. */
export const asService = (claims: object, header: Header = {}) => signed(claims, 'SERVICE_TOKEN_SECRET', header);

function signed(claims: object, key: string, { alg = 'HS256', ...header }: Header): string {
  const withoutUndefined = JSON.parse(JSON.stringify(claims)) as object;
  return jwt.sign(withoutUndefined, secret(key), { algorithm: alg, header: { ...header, alg } });
}
