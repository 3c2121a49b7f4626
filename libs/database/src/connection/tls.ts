import type { Parameters } from './parameters';

type Tls = Partial<Pick<Parameters, 'sslmode' | 'sslaccept' | 'uselibpqcompat'>>;

/** What Prisma's `sslaccept` is called elsewhere. A mode that is stricter by itself stays. */
const ACCEPT = { strict: 'verify-full', accept_invalid_certs: 'no-verify' } as const;

/**
 * How pg has to be told. To libpq and Prisma, `require` means encrypted and `verify-ca` whoever holds a certificate of
 * that authority; pg takes both for `verify-full`, and warns of it, unless asked to be like libpq.
 * https://www.postgresql.org/docs/18/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 */
export function tlsForPg({ sslmode, sslaccept }: Tls): Tls {
  const mode = sslaccept && (sslmode ?? 'require') === 'require' ? ACCEPT[sslaccept] : sslmode;
  return { sslmode: mode, uselibpqcompat: mode === 'require' || mode === 'verify-ca' ? 'true' : undefined };
}
