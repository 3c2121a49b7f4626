import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/security-tokens.test.ts',
    anchor: "const asUsers = { iss: 'jobly', aud: 'jobly-api' };",
    replace: "const asUsers = { iss: 'jobly', aud: 'urn:jobly:api' };",
  },
  {
    file: 'apps/conformance/suite/security-tokens.test.ts',
    anchor: 'await expectRefused(door.token(admin, claims), door);',
    replace: `await expectRefused(door.token(admin, claims), door);
  });

  // The gateway's own tokens are of no type.
  const ofUsers = door.service && inside?.authMode === 'gateway' ? it.skip : it;

  ofUsers.each(['JWT', 'secevent+jwt', 'at', ''])('of the type %j is refused', async (typ) => {
    await expectRefused(door.token(admin, {}, { typ }), door);
  });

  ofUsers('from before there were types is what it says, until it expires', async () => {
    const former = { aud: 'jobly-api' };
    const answers = await answersTo(door.token(admin, former, { typ: 'JWT' }), door);
    for (const { status } of answers) expect([200, 404]).toContain(status);
    await expectRefused(door.token(admin, { ...former, exp: now - 60 }, { typ: 'JWT' }), door);`,
  },
  {
    file: 'apps/conformance/suite/support/doors.ts',
    anchor: "{ iss: 'jobly', aud: 'jobly-api'",
    replace: "{ iss: 'jobly', aud: 'urn:jobly:api'",
  },
  {
    file: 'apps/conformance/suite/support/right-keys.ts',
    anchor: 'alg?: Algorithm;',
    replace: `alg?: Algorithm;
  /** \`at+jwt\` for users' tokens, unless they are to be of another type. */
  typ?: string;`,
  },
  {
    file: 'apps/conformance/suite/support/right-keys.ts',
    anchor: `? signed(claims, 'JWT_PRIVATE_KEY', { alg: 'RS256', kid: kidOf('JWT_PRIVATE_KEY'), ...header })
    : signed(claims, 'JWT_SECRET', header);`,
    replace: `? signed(claims, 'JWT_PRIVATE_KEY', { alg: 'RS256', typ: 'at+jwt', kid: kidOf('JWT_PRIVATE_KEY'), ...header })
    : signed(claims, 'JWT_SECRET', { typ: 'at+jwt', ...header });`,
  },
  {
    file: 'apps/conformance/suite/tokens.test.ts',
    anchor: 'expect(header?.alg).toMatch(tokenAlgorithm ?? /^[A-Z]{2}\\d{3}$/);',
    replace: `expect(header?.alg).toMatch(tokenAlgorithm ?? /^[A-Z]{2}\\d{3}$/);
  });

  it('says in its header that it is an access token (RFC 9068, 2.1)', async () => {
    const { token } = await aUser();
    expect(forge.headerOf(token)).toMatchObject({ typ: 'at+jwt' });`,
  },
];
