import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Owner, StartError } from '@jobly/contracts';
import express from 'express';
import request from 'supertest';
import { aPrivateKey, aServiceKey, unread } from './keys.fixture';
import { type ServiceIdentity, serviceIdentity } from './service-identity';

const identify = (service: Owner, privateKeys: string, file?: string) =>
  serviceIdentity(service, { privateKeys, file }, unread);

const publishedBy = async ({ routes }: ServiceIdentity) =>
  ((await request(express().use(...routes)).get('/.well-known/service-jwks.json')).body as { keys: { kid: string }[] })
    .keys;

describe('the keys of a service', () => {
  it.each(['users', 'companies', 'jobs'] as const)('are its own, and published: %s', async (service) => {
    const pem = aServiceKey();
    const identity = identify(service, pem);
    const { x, y } = createPublicKey(pem).export({ format: 'jwk' });
    const { kid } = identity.signer();
    expect(await publishedBy(identity)).toEqual([{ kid, kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', x, y }]);
    expect(identify(service, pem).signer().kid).toBe(kid);
    expect(identify(service, aServiceKey()).signer().kid).not.toBe(kid);
  });

  it('may be several, of which the first signs', async () => {
    const [first, second] = [aServiceKey(), aServiceKey()];
    const both = identify('jobs', `${first}\n${second}`);
    const kids = [first, second].map((pem) => identify('jobs', pem).signer().kid);
    expect((await publishedBy(both)).map(({ kid }) => kid)).toEqual(kids);
    expect(both.signer().kid).toBe(kids[0]);
  });

  it('are rotated by writing their file anew', () => {
    const directory = mkdtempSync(join(tmpdir(), 'jobly-identity-'));
    import.meta.jest.useFakeTimers();
    try {
      const file = join(directory, 'key.pem');
      const [before, after] = [aServiceKey(), aServiceKey()];
      writeFileSync(file, before);
      const identity = identify('jobs', before, file);
      writeFileSync(file, after);
      import.meta.jest.advanceTimersByTime(1_000);
      expect(identity.signer().kid).toBe(identify('jobs', after).signer().kid);
      identity.stop();
    } finally {
      import.meta.jest.useRealTimers();
      rmSync(directory, { recursive: true });
    }
  });
});

describe('the start of a service', () => {
  it.each<[string, string, string]>([
    ['with nonsense', 'nonsense', 'JOBS_SERVICE_PRIVATE_KEY is not a private key in PEM format.'],
    ['with an RSA key', aPrivateKey(), 'JOBS_SERVICE_PRIVATE_KEY must be an EC key on the curve P-256.'],
    ['on another curve', aServiceKey('P-384'), 'JOBS_SERVICE_PRIVATE_KEY must be an EC key on the curve P-256.'],
  ])('is refused %s', (_name, key, sentence) => {
    const start = () => identify('jobs', key);
    expect(start).toThrow(StartError);
    expect(start).toThrow(sentence);
  });
});
