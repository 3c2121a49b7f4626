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

const publicKey = (name: string) => createPublicKey(secret(name));

const servicesKey = (service: string) => `${service.toUpperCase()}_SERVICE_PRIVATE_KEY`;

const pemOf = (name: string) => publicKey(name).export({ type: 'spki', format: 'pem' }).toString();

/** The public keys of users' tokens, and of a service's. */
export const publicPem = () => pemOf('JWT_PRIVATE_KEY');
export const publicPemOf = (service: string) => pemOf(servicesKey(service));

/** The key's thumbprint (RFC 7638). */
function kidOf(name: string): string {
  const { crv, e, kty, n, x, y } = publicKey(name).export({ format: 'jwk' });
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

interface Header {
  alg?: Algorithm;
  kid?: string;
}

/** Signed with the key of users' tokens. */
export const asUser = (claims: object, header: Header = {}) =>
  hasKeys
    ? signed(claims, 'JWT_PRIVATE_KEY', { alg: 'RS256', kid: kidOf('JWT_PRIVATE_KEY'), ...header })
    : signed(claims, 'JWT_SECRET', header);

/** Signed with the secret that the gateway shares with a service. */
export const asInternal = (service: string, claims: object, header: Header = {}) =>
  signed(claims, `${service.toUpperCase()}_INTERNAL_SECRET`, header);

/** Signed with a service's own key. */
export function asService(service: string, claims: object, header: Header = {}): string {
  const key = servicesKey(service);
  return signed(claims, key, { alg: 'ES256', kid: kidOf(key), ...header });
}

function signed(claims: object, key: string, { alg = 'HS256', ...header }: Header): string {
  const withoutUndefined = JSON.parse(JSON.stringify(claims)) as object;
  return jwt.sign(withoutUndefined, secret(key), { algorithm: alg, header: { ...header, alg } });
}
