import type { LoadRequest } from '@jobly/lab/instrument';
import { lastingClaims } from './normalise';

/** The names of the lab's own records, and the fields that hold them. */
const OWN_NAME = /\blab-[a-z0-9-]+/g;
const NAMING_FIELDS = ['username', 'handle', 'title'];

const MOMENT = /\b\d{4}-\d\d-\d\dT[\d:.]+Z\b/g;

/**
 * The body of an answer in a form in which answers that say the same are equal, whichever stack gave them and when. It
 * leaves out tokens, moments, and whatever depends on the lab's own records, which come and go: their ids and names,
 * their places in lists, and in reads what another request of the same block may just have changed.
 */
export function canonicalBody({ method }: Pick<LoadRequest, 'method'>, text: string): string {
  return JSON.stringify(masked(parsed(text), method));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function masked(value: unknown, method: LoadRequest['method']): unknown {
  if (typeof value === 'string') return value.replaceAll(OWN_NAME, '<own>').replaceAll(MOMENT, '<moment>');
  if (Array.isArray(value)) return value.filter((item) => !isOwn(item)).map((item) => masked(item, method));
  if (!isRecord(value)) return value;
  const own = isOwn(value);
  const fields = Object.entries(value).map(([key, field]) => {
    if (key === 'token') return [key, maskedToken(field, method)] as const;
    if (key === 'deleted' && typeof field === 'number') return [key, '<id>'] as const;
    if (own && key === 'id') return [key, '<id>'] as const;
    if (own && key === 'firstName' && method === 'GET') return [key, '<name>'] as const;
    return [key, masked(field, method)] as const;
  });
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A token that holds no claims says nothing that lasts. */
function maskedToken(token: unknown, method: LoadRequest['method']): unknown {
  const claims = lastingClaims(token);
  return typeof claims === 'string' ? '<token>' : masked(claims, method);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isOwn(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return NAMING_FIELDS.some((field) => typeof value[field] === 'string' && value[field].startsWith('lab-'));
}
