import { hash } from 'node:crypto';

/** The key of a token in a cache, useless to anybody who reads the cache; takes about 1 µs. */
export const tokenDigest = (token: string): string => hash('sha256', token, 'base64url');
