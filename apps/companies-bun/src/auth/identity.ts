import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type JWK, SignJWT, calculateJwkThumbprint, exportJWK } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Log } from '../log';
import { StartError } from '../problem';
import type { Caller } from '../request';
import type { Settings } from '../settings';

const SETTING = 'COMPANIES_SERVICE_PRIVATE_KEY';
const PEM = /-----BEGIN [^-]+-----.+?-----END [^-]+-----/gs;
/** How often the file is read, so that a rotation needs no restart (ms). */
const LOOK_MS = 1_000;
/** How long a token lives, and how long before its end it is renewed (s). */
const IN_OWN_NAME = { lifetime: 300, renewal: 30 };
const ON_BEHALF = { lifetime: 30, renewal: 10 };

export const SERVICE_TOKENS = { kind: 'service', algorithm: 'ES256', issuer: 'jobly-services' } as const;

/** What proves to neighbours that it is the companies service that calls. */
export interface Identity {
  /** Signs a token for a neighbour, or finds one that is good for longer. */
  tokensFor(callee: string): (onBehalfOf: Caller | undefined) => Promise<string>;
  /** Its public keys, for the neighbours. */
  published(): JWK[];
  stop(): void;
}

/** @throws StartError if one of the keys is no EC key on P-256. */
export async function serviceIdentity(settings: Settings, log: Log): Promise<Identity> {
  const { [SETTING]: pems, [`${SETTING}_FILE` as const]: file } = settings;
  let ring = await ringOf(pems);
  let seen = pems.trim();
  const look = async () => {
    const content = (await readFile(file!, 'utf8').catch(() => '')).trim();
    if (content === seen) return;
    seen = content;
    try {
      ring = await ringOf(content);
      log.info({ kids: ring.map(({ jwk }) => jwk.kid) }, 'the signing keys have changed; the first one signs');
    } catch (err) {
      log.error({ err, file }, 'the changed signing keys cannot be used; those before go on');
    }
  };
  const timer = file ? setInterval(() => void look(), LOOK_MS) : undefined;

  const tokensFor = (callee: string) => {
    const kept = new LRUCache<string, string>({ max: 10_000 });
    return async (user: Caller | undefined) => {
      const { key, jwk } = ring[0]!;
      const name = JSON.stringify([jwk.kid, user]);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const { lifetime, renewal } = user ? ON_BEHALF : IN_OWN_NAME;
      const claims = user ? { account: user.account, isAdmin: user.isAdmin, act: { sub: 'companies' } } : {};
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: SERVICE_TOKENS.algorithm, kid: jwk.kid! })
        .setIssuer(SERVICE_TOKENS.issuer)
        .setAudience(callee)
        .setSubject(user ? user.username : 'companies')
        .setIssuedAt()
        .setExpirationTime(`${lifetime} s`)
        .sign(key);
      kept.set(name, token, { ttl: (lifetime - renewal) * 1_000 });
      return token;
    };
  };
  return { tokensFor, published: () => ring.map(({ jwk }) => jwk), stop: () => clearInterval(timer) };
}

/** Keys one below the other: the first signs, and tokens signed with any of them are valid. */
const ringOf = (pems: string) => Promise.all((pems.match(PEM) ?? [pems]).map(keyOf));

async function keyOf(pem: string) {
  const key = parsed(pem);
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new StartError(`${SETTING} must be an EC key on the curve P-256.`);
  }
  const { crv, kty, x, y } = await exportJWK(createPublicKey(key));
  const jwk = { crv, kty, x, y } as JWK & { kty: 'EC' };
  return { key, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' } as JWK };
}

function parsed(pem: string) {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new StartError(`${SETTING} is not a private key in PEM format.`, { cause });
  }
}
