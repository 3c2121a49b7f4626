import type { Edit } from '../feature';

export const auth: readonly Edit[] = [
  {
    file: 'libs/auth/src/claims.ts',
    anchor: "import { type UserClaims, userClaims } from '@jobly/contracts';",
    replace: `import { type UserClaims, unauthorized, userClaims } from '@jobly/contracts';
import type { JwtHeader } from 'jsonwebtoken';`,
  },
  {
    file: 'libs/auth/src/claims.ts',
    anchor: "export const USER_TOKENS = { issuer: 'jobly', audience: 'jobly-api' };",
    replace: `export const USER_TOKENS = { issuer: 'jobly', audience: 'urn:jobly:api' };

/** The audience of tokens that do not say their type. They are accepted until they expire, TOKEN_TTL from now at most. */
const FORMER_AUDIENCE = 'jobly-api';

/** The tokens that are accepted, as jsonwebtoken takes it: one audience of these. */
export const ACCEPTED_TOKENS = {
  issuer: USER_TOKENS.issuer,
  audience: [USER_TOKENS.audience, FORMER_AUDIENCE] as [string, string],
};

/**
 * The type of users' tokens, in their header, so that no other JWT that is ever signed with the same key passes for one
 * (RFC 9068, 2.1 and 4).
 */
export const ACCESS_TOKEN = 'at+jwt';`,
  },
  {
    file: 'libs/auth/src/claims.ts',
    anchor: `/** The claims in the payload of a user's token that is already verified; throws for a payload of any other shape. */
export const userClaimsOf = (payload: unknown): UserClaims => consistent.parse(payload);`,
    replace: `/** The claims of a user's token that is already verified; throws for another type, or a payload of another shape. */
export function userClaimsOf(payload: unknown, { typ }: JwtHeader): UserClaims {
  const claims = consistent.parse(payload);
  if (claims.aud !== FORMER_AUDIENCE && typ !== ACCESS_TOKEN) throw unauthorized();
  return claims;
}`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "'jobly', aud: 'jobly-api', jti: '1'",
    replace: "'jobly', aud: 'urn:jobly:api', jti: '1'",
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: '/** A token signed with the right key, with any claims. */',
    replace: `const as = (alg: jwt.Algorithm, typ = 'at+jwt') => ({ algorithm: alg, header: { alg, typ } });

/** A token signed with the right key, with any claims. */`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: `secret: (payload: object) => jwt.sign(payload, secret, { algorithm: 'HS256' }),
  key: (payload: object) => jwt.sign(payload, pem, { algorithm: 'RS256', keyid: kid }),`,
    replace: `secret: (payload: object, typ?: string) => jwt.sign(payload, secret, as('HS256', typ)),
  key: (payload: object, typ?: string) => jwt.sign(payload, pem, { ...as('RS256', typ), keyid: kid }),`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "iss: 'jobly', aud: 'jobly-api' }",
    replace: "iss: 'jobly', aud: 'urn:jobly:api' }",
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: `expect(payload.exp! - payload.iat!).toBe(600);
  });`,
    replace: `expect(payload.exp! - payload.iat!).toBe(600);
  });

  it('says of what type it is', () => {
    expect(jwt.decode(issueToken(root), { complete: true })!.header).toMatchObject({ typ: 'at+jwt' });
  });

  it.each(['JWT', 'at+jwt'])(
    'holds until it expires if it is of the former audience, and of any type: %s',
    async (typ) => {
      const former = { ...valid, aud: 'jobly-api' };
      for (const authenticate of verifying) {
        expect(await authenticate(sign(former, typ))).toMatchObject({ username: 'ada' });
        const expired = sign({ ...former, exp: now - 60 }, typ);
        await expect(authenticate(expired)).rejects.toMatchObject({ kind: 'unauthorized' });
      }
    },
  );`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "['for two audiences', sign({ ...valid, aud: ['jobly-api', 'jobs'] })],",
    replace: `['for two audiences', sign({ ...valid, aud: ['urn:jobly:api', 'jobs'] })],
    ['of another type', sign(valid, 'JWT')],
    ['of the type of events', sign(valid, 'secevent+jwt')],`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "{ alg: 'none', typ: 'JWT', kid }",
    replace: "{ alg: 'none', typ: 'at+jwt', kid }",
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: `['with the public key for a secret', jwt.sign(valid, publicPem, { algorithm: 'HS256', keyid: kid })],
    ['signed with another secret', jwt.sign(valid, 'x'.repeat(32), { algorithm: 'HS256', keyid: kid })],
    ['signed with another private key', jwt.sign(valid, aPrivateKey(), { algorithm: 'RS256', keyid: kid })],
    ['in another algorithm of the family', right === 'key' ? rs512() : jwt.sign(valid, secret, { algorithm: 'HS512' })],`,
    replace: `['with the public key for a secret', jwt.sign(valid, publicPem, { ...as('HS256'), keyid: kid })],
    ['signed with another secret', jwt.sign(valid, 'x'.repeat(32), { ...as('HS256'), keyid: kid })],
    ['signed with another private key', jwt.sign(valid, aPrivateKey(), { ...as('RS256'), keyid: kid })],
    ['in another algorithm of the family', right === 'key' ? rs512() : jwt.sign(valid, secret, as('HS512'))],`,
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "return jwt.sign(valid, pem, { algorithm: 'RS512', keyid: kid });",
    replace: "return jwt.sign(valid, pem, { ...as('RS512'), keyid: kid });",
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "valid, pem, { algorithm: 'RS256'",
    replace: "valid, pem, { ...as('RS256')",
  },
  {
    file: 'libs/auth/src/modes.test.ts',
    anchor: "{ alg: 'RS256', typ: 'JWT', kid:",
    replace: "{ alg: 'RS256', typ: 'at+jwt', kid:",
  },
  {
    file: 'libs/auth/src/signature.ts',
    anchor: "import jwt, { type VerifyOptions } from 'jsonwebtoken';",
    replace: "import jwt, { type JwtHeader, type VerifyOptions } from 'jsonwebtoken';",
  },
  {
    file: 'libs/auth/src/signature.ts',
    anchor: '* The claims of a valid token, in the shape that `read` gives them.',
    replace: '* The claims of a valid token, in the shape that `read` gives them from payload and header.',
  },
  {
    file: 'libs/auth/src/signature.ts',
    anchor: 'read: (payload: unknown) => Claims,',
    replace: 'read: (payload: unknown, header: JwtHeader) => Claims,',
  },
  {
    file: 'libs/auth/src/signature.ts',
    anchor: 'return read(jwt.verify(token, key, { ...expected, clockTolerance: LEEWAY_S }));',
    replace: `const { payload, header } = jwt.verify(token, key, { ...expected, clockTolerance: LEEWAY_S, complete: true });
    return read(payload, header);`,
  },
  {
    file: 'libs/auth/src/strategies/jwks.ts',
    anchor: "import { USER_TOKENS, userClaimsOf } from '../claims';",
    replace: "import { ACCEPTED_TOKENS, userClaimsOf } from '../claims';",
  },
  {
    file: 'libs/auth/src/strategies/jwks.ts',
    anchor: "const expected = { ...USER_TOKENS, algorithms: ['RS256' as const] };",
    replace: "const expected = { ...ACCEPTED_TOKENS, algorithms: ['RS256' as const] };",
  },
  {
    file: 'libs/auth/src/strategies/shared-secret.ts',
    anchor: "import { USER_TOKENS, userClaimsOf } from '../claims';",
    replace: "import { ACCEPTED_TOKENS, userClaimsOf } from '../claims';",
  },
  {
    file: 'libs/auth/src/strategies/shared-secret.ts',
    anchor: "const expected = { ...USER_TOKENS, algorithms: ['HS256' as const] };",
    replace: "const expected = { ...ACCEPTED_TOKENS, algorithms: ['HS256' as const] };",
  },
  {
    file: 'libs/auth/src/token-issuer.ts',
    anchor: "import { USER_TOKENS } from './claims';",
    replace: "import { ACCESS_TOKEN, USER_TOKENS } from './claims';",
  },
  {
    file: 'libs/auth/src/token-issuer.ts',
    anchor: '...(kid !== undefined && { keyid: kid }),',
    replace: `header: { alg: algorithm, typ: ACCESS_TOKEN },
      ...(kid !== undefined && { keyid: kid }),`,
  },
];
