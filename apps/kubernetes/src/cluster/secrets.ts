import { randomBytes } from 'node:crypto';
import { type Secret, newSecret, secretFiles } from '@jobly/stack';
import type { ISecret } from 'kubernetes-models/v1/Secret';
import { POSTGRES_PORT, POSTGRES_USER } from '../manifests/database';
import { PART_OF } from '../manifests/labels';
import { keyOf } from '../manifests/pod';
import type { Resource } from '../manifests/validation';
import type { Kubectl } from './kubectl';
import { textOf } from './rendered';

type Known = Map<string, Record<string, string>>;

/**
 * Creates the secrets that the manifests ask for and the namespace does not have. What is there stays as it is.
 * @param given values to use instead of new ones, by key
 * @returns the names of the Secrets that were created or completed
 */
export async function keepSecrets(
  kubectl: Kubectl,
  namespace: string,
  resources: readonly Resource[],
  given: Record<string, string> = {},
): Promise<string[]> {
  const found = JSON.parse(await kubectl.read('get', 'secrets', '--namespace', namespace, '--output', 'json')) as {
    items: ISecret[];
  };
  const present = new Map(found.items.map((one) => [one.metadata!.name!, one]));
  const known: Known = new Map([...present].map(([name, { data = {} }]) => [name, decoded(data)]));
  const changed: string[] = [];
  for (const [name, keys] of neededBy(resources)) {
    const missing = keys.filter((key) => known.get(name)?.[key] === undefined);
    if (missing.length === 0) continue;
    const values = { ...known.get(name) };
    for (const key of missing) values[key] = given[key] ?? (await valueOf(name, key, values, known, resources));
    known.set(name, values);
    const secret = { ...(present.get(name) ?? fresh(name, namespace)), data: encoded(values) };
    await kubectl.do([present.has(name) ? 'replace' : 'create', '--filename', '-'], textOf([secret]));
    changed.push(name);
  }
  return changed;
}

const fresh = (name: string, namespace: string): ISecret => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace, labels: PART_OF },
});

/** The Secrets that pods mount, with the keys that they take from each. */
function neededBy(resources: readonly Resource[]): Map<string, string[]> {
  const needed = new Map<string, Set<string>>();
  for (const one of resources) {
    if (one.kind !== 'Deployment' && one.kind !== 'StatefulSet' && one.kind !== 'Job') continue;
    for (const { secret } of one.spec?.template.spec?.volumes ?? []) {
      const keys = needed.get(secret?.secretName ?? '') ?? new Set();
      if (secret) needed.set(secret.secretName!, keys);
      for (const { key } of secret?.items ?? []) keys.add(key);
    }
  }
  // The password comes before the URL that contains it.
  return new Map([...needed].map(([name, keys]) => [name, [...keys].sort()]));
}

/** A database's password is its own; any other secret is the same for all who have it. */
async function valueOf(
  name: string,
  key: string,
  values: Record<string, string>,
  known: Known,
  resources: readonly Resource[],
): Promise<string> {
  if (key === 'url') return urlOf(name, values['password']!, resources);
  const shared = key === 'password' ? undefined : [...known.values()].find((one) => one[key] !== undefined);
  const secret = (Object.keys(secretFiles('')) as Secret[]).find((one) => keyOf(one) === key);
  return shared?.[key] ?? (secret ? (await newSecret(secret)).trim() : randomBytes(24).toString('base64url'));
}

/** The URL of the server that has this Secret's password. */
function urlOf(name: string, password: string, resources: readonly Resource[]): string {
  const server = resources.find(
    (one) =>
      one.kind === 'StatefulSet' && one.spec?.template.spec?.volumes?.some(({ secret }) => secret?.secretName === name),
  );
  const env = server?.kind === 'StatefulSet' ? server.spec?.template.spec?.containers[0]?.env : [];
  const database = env?.find((variable) => variable.name === 'POSTGRES_DB')?.value ?? '';
  return `postgresql://${POSTGRES_USER}:${password}@${server?.metadata?.name}:${POSTGRES_PORT}/${database}`;
}

const coded = (values: Record<string, string>, code: (value: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, code(value)]));
const encoded = (values: Record<string, string>) => coded(values, (value) => Buffer.from(value).toString('base64'));
const decoded = (data: Record<string, string>) => coded(data, (value) => Buffer.from(value, 'base64').toString());
