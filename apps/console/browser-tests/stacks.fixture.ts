import type { Company } from '@jobly/contracts';

const ORIGINS = process.env['STACK_URLS']?.split(',') ?? [];

let named = 0;

/** A name that no other record has, in all runs of the tests. */
export const newName = (): string => `browser-${process.pid}-${(named += 1)}`;

type NewCompany = Pick<Company, 'handle' | 'name' | 'description'>;

/** Makes a company in both stacks, by their public API. */
export async function makeCompany(company: NewCompany): Promise<void> {
  const statuses = await everywhere('POST', '/companies', company);
  expect(statuses).toEqual([201, 201]);
}

/** The statuses with which the stacks answer an administrator. */
export const everywhere = (method: string, path: string, body?: unknown): Promise<number[]> =>
  Promise.all(
    ORIGINS.map(async (origin) => {
      const { token } = (await (await send(origin, 'POST', '/auth/token', ADMIN)).json()) as { token: string };
      const response = await send(origin, method, path, body, token);
      await response.arrayBuffer();
      return response.status;
    }),
  );

const ADMIN = { username: 'testadmin', password: process.env['SEED_PASSWORD'] ?? 'password' };

const send = (origin: string, method: string, path: string, body?: unknown, token?: string) =>
  fetch(`${origin}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
