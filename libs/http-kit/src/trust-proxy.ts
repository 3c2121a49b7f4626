import express from 'express';
import { z } from 'zod';

/**
 * The proxies whose X-Forwarded-For is trusted, in Express's terms
 * (https://expressjs.com/en/guide/behind-proxies.html).
 */
export type TrustProxy = boolean | number | string;

const rule =
  'must be true, false, a number of proxies, or addresses and subnets such as loopback or 10.0.0.0/8 with commas between them';

/** Off by default: a header that anyone can send must not identify a client. */
export const trustProxy = z
  .string()
  .default('false')
  .transform((value, { addIssue }): TrustProxy => {
    if (value === 'true' || value === 'false') return value === 'true';
    if (/^\d+$/.test(value)) return Number(value);
    if (!isUnderstood(value)) addIssue(rule);
    return value;
  });

function isUnderstood(value: string): boolean {
  try {
    express().set('trust proxy', value);
    return true;
  } catch {
    return false;
  }
}
