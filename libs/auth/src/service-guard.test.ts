import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { type Operation, internalOperations, operations } from '@jobly/contracts';
import { anAccount } from './accounts.fixture';
import { aService, unread } from './keys.fixture';
import { serviceGuard } from './service-guard';
import { serviceTokens } from './service-tokens';
import { signingAuthority } from './signing-authority';

const users = aService('users');
const settings = {
  AUTH_MODE: 'shared-secret' as const,
  JWT_SECRET: 's'.repeat(32),
  TOKEN_TTL: 600,
  AUTH_CACHE_TTL: 30,
};
const { issueToken, verify } = signingAuthority(settings, unread);
const introspector = { introspect: () => Promise.reject(new Error('asked')) };
const guard = serviceGuard('jobs', settings, { verify, introspector }, { users: users.keys });

const asking = (operation: Operation, token: string) => {
  const request = Object.assign(new IncomingMessage(new Socket()), { params: {} });
  request.headersDistinct = { authorization: [`Bearer ${token}`] };
  return guard(operation, request);
};

describe('the guard of a service', () => {
  const admin = issueToken(anAccount('root', true));
  const neighbour = serviceTokens(users, 'jobs')();

  it('lets admins do what is for admins, and neighbours what is for services', async () => {
    expect(await asking(operations.createJob, admin)).toMatchObject({ username: 'root', isAdmin: true });
    expect(await asking(internalOperations.jobExists, neighbour)).toBeUndefined();
  });

  it('lets neither do what is for the other', async () => {
    await expect(asking(operations.createJob, neighbour)).rejects.toMatchObject({ kind: 'unauthorized' });
    await expect(asking(internalOperations.jobExists, admin)).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('knows no neighbour by a token for another service, or by another key', async () => {
    const others = [serviceTokens(users, 'companies')(), serviceTokens(aService('users'), 'jobs')()];
    for (const token of others) {
      await expect(asking(internalOperations.jobExists, token)).rejects.toMatchObject({ kind: 'unauthorized' });
    }
  });
});
