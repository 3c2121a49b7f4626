import { seededCompanies } from '@jobly/contracts';

/**
 * The few records that requests are about, so that many requests meet the same ones. Some are of the seed, the rest
 * comes and goes.
 */
export const handles = [...seededCompanies.slice(0, 4).map(({ handle }) => handle), 'fuzz-1', 'fuzz-2', 'fuzz-3'];

const usernames = ['testuser', 'fuzz-1', 'fuzz 2', 'zoë', 'zoe\u0308', 'a@b.example', "o'brien", '👩‍💻'];

/** The holders of the two tokens. No request deletes them, or no later one would be let in. */
export const callers = { admin: 'fuzz-caller-admin', user: 'fuzz-caller' };

export const usernamesFor = (method: string) => (method === 'delete' ? usernames : [...usernames, callers.user]);

/** Ids of the seed, and the jobs made by earlier requests, counted back from the latest. */
export const jobIds = ['1', '2', '3', '100', '200', ...[0, 1, 2, 5].map((age) => `{{job:${age}}}`)];

/** Valid values of the fields whose rules a JSON schema does not say in full. */
export const examples: Record<string, string[]> = {
  username: usernames,
  // The seeded users' own, so that some log in.
  password: ['password', 'correct horse'],
  handle: handles,
  companyHandle: handles,
  email: ['a@b.example', 'first.last+tag@sub.example.org', 'x@1.io'],
  logoUrl: ['/logo.png', 'https://example.com/ä.png?x=1#y', 'http://[::1]/x'],
  equity: ['0', '1', '0.5', '1.000', '0.000000000000000000001', '00.1'],
  hasEquity: ['true', 'false', ''],
};
