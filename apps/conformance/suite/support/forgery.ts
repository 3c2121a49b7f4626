import { generateKeyPairSync } from 'node:crypto';
import jwt, { type Jwt, type JwtHeader, type JwtPayload, type SignOptions } from 'jsonwebtoken';

const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [HEADER, PAYLOAD, SIGNATURE] = [0, 1, 2] as const;

export const claimsOf = (token: string): JwtPayload => jwt.decode(token) as JwtPayload;

/** The account that a token names. */
export const accountOf = (token: string) => (claimsOf(token) as { account: string }).account;

/** A token's claims, raised to an admin's. */
export const adminClaims = (token: string): JwtPayload => ({ ...claimsOf(token), isAdmin: true });

/** The header of a token. */
export const headerOf = (token: string): JwtHeader => (jwt.decode(token, { complete: true }) as Jwt).header;

/** The token with another payload, header or signature, otherwise unchanged. */
export function tampered(token: string, part: { header?: object; payload?: object; signature?: string }): string {
  const parts = token.split('.');
  if (part.header) parts[HEADER] = encoded(part.header);
  if (part.payload) parts[PAYLOAD] = encoded(part.payload);
  if (part.signature !== undefined) parts[SIGNATURE] = part.signature;
  return parts.join('.');
}

/** The token with one bit of its signature's first character flipped. */
export function withOtherSignature(token: string): string {
  const signature = token.split('.')[SIGNATURE] ?? '';
  return tampered(token, { signature: (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1) });
}

export const signedWithSecret = (claims: object, secret: string, header: JwtHeader = { alg: 'HS256' }) =>
  jwt.sign(claims, secret, { algorithm: 'HS256', header });

/** Signed by an RSA key of our own; `header` may offer that key to servers that believe headers. */
export function signedByStranger(claims: object, header: Record<string, unknown> = {}): string {
  const options = { algorithm: 'RS256', header: { alg: 'RS256', ...header } } satisfies SignOptions;
  return jwt.sign(claims, strangersKey.privateKey, options);
}

export const strangersPublicKey = () => strangersKey.publicKey.export({ format: 'jwk' });

export const unsigned = (claims: object, alg = 'none') => `${encoded({ alg, typ: 'JWT' })}.${encoded(claims)}.`;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
