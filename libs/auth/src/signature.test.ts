import { anAccount } from './accounts.fixture';
import { aService, unread } from './keys.fixture';
import { serviceTokenVerifier } from './service-token-verifier';
import { serviceTokens } from './service-tokens';
import { verifications } from './signature';
import { signingAuthority } from './signing-authority';

const settings = { AUTH_MODE: 'shared-secret', JWT_SECRET: 's'.repeat(32), TOKEN_TTL: 600 } as const;
const { issueToken, verify } = signingAuthority(settings, unread);
const neighbour = aService('users');

async function counts() {
  const { values } = await verifications.get();
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels.kind), value]));
}

test('every check of a signature is counted, by whose token it was, also where it fails', async () => {
  expect(await counts()).toEqual({ user: 0, service: 0, internal: 0 });
  await verify(issueToken(anAccount('ada')));
  await expect(verify('x.y.z')).rejects.toMatchObject({ kind: 'unauthorized' });
  await serviceTokenVerifier('jobs', { users: neighbour.keys })(serviceTokens(neighbour, 'jobs')());
  expect(await counts()).toEqual({ user: 2, service: 1, internal: 0 });
});
