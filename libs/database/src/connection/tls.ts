import type { Parameters } from './parameters';

type Tls = Partial<Pick<Parameters, 'sslmode' | 'sslaccept' | 'uselibpqcompat'>>;

/** The `sslmode` for Prisma's `sslaccept`. A stricter mode stays. */
const ACCEPT = { strict: 'verify-full', accept_invalid_certs: 'no-verify' } as const;

/**
 * The settings in pg's terms. To libpq and Prisma, `require` means encrypted, and `verify-ca` accepts any certificate
 * of that authority. pg takes both for `verify-full`, and warns about it, unless it is told to be compatible with
 * libpq. https://www.postgresql.org/docs/18/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 */
export function tlsForPg({ sslmode, sslaccept }: Tls): Tls {
  const mode = sslaccept && (sslmode ?? 'require') === 'require' ? ACCEPT[sslaccept] : sslmode;
  return { sslmode: mode, uselibpqcompat: mode === 'require' || mode === 'verify-ca' ? 'true' : undefined };
}
