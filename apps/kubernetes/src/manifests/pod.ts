import { basename } from 'node:path';
import { STOP_DEADLINE_MS } from '@jobly/http-kit';
import { type Secret, secretFiles } from '@jobly/stack';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { Process } from './processes';
import { restricted, unprivileged } from './security';

/** The images of this version; an overlay names others (`images:`). */
export const imageOf = ({ app }: Pick<Process, 'app'>) => `jobly/${app}:${VERSION}`;
export const VERSION = '0.1.0';

/** The user `node` of the apps' images. */
const NODE_USER = 1000;

/** For nginx and callers, which look once a second, to see that a replica is about to stop. */
const DRAIN_MS = 5_000;

/** After which the kubelet kills: a process that is told to stop has ended by itself before. */
const GRACE_SECONDS = (DRAIN_MS + STOP_DEADLINE_MS) / 1_000 + 5;

const OWN = '/run/secrets/own';
const DATABASE = '/run/secrets/database';

/** The password of the seeded users. No well-known one: an Ingress publishes the stack. */
export const SEED_PASSWORD = 'seed-password';

/** The file of a secret, and its key in the Secret of each process that needs it. */
export const keyOf = (secret: Secret) => basename(secretFiles('')[secret]);

/** The keys in the Secret of a process's own. */
export const keysOf = ({ secrets, settings }: Process) => [
  ...secrets.map(keyOf),
  ...(settings.has('SEED_PASSWORD') ? [SEED_PASSWORD] : []),
];

/** What the cluster decides, if the process reads it; what people decide is in the ConfigMap `settings`. */
const decided = {
  // Counted by nginx, for all replicas together.
  AUTH_RATE_LIMIT: '0',
  DRAIN_MS: String(DRAIN_MS),
  // The one proxy in front is nginx, and its X-Forwarded-For is trusted.
  TRUST_PROXY: '1',
};

/** @param migrate when the database is migrated (MIGRATE). */
export function environmentOf(process: Process, migrate: 'elsewhere' | 'only'): IEnvVar[] {
  const { secrets, settings, database, neighbours, port, portVariable } = process;
  const variables: Record<string, string> = {
    ...(portVariable && { [portVariable]: String(port) }),
    ...Object.fromEntries(Object.entries(decided).filter(([name]) => settings.has(name))),
    ...Object.fromEntries(neighbours.map(({ variable, name, port }) => [variable, `http://${name}:${port}`])),
    ...Object.fromEntries(secrets.map((secret) => [`${secret}_FILE`, `${OWN}/${keyOf(secret)}`])),
    ...(settings.has('SEED_PASSWORD') && { SEED_PASSWORD_FILE: `${OWN}/${SEED_PASSWORD}` }),
    ...(database && { [`${database.variable}_FILE`]: `${DATABASE}/url`, MIGRATE: migrate }),
  };
  return Object.entries(variables).map(([name, value]) => ({ name, value }));
}

/** A pod that runs a process's program, with its secrets and nobody else's. */
export function podOf(process: Process, migrate: 'elsewhere' | 'only', container: Partial<IContainer>): IPodSpec {
  const keys = keysOf(process);
  const volumes = [
    { name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } },
    ...(keys.length > 0 ? [{ name: 'own', secret: secretOf(`${process.name}-secrets`, keys) }] : []),
    ...(process.database ? [{ name: 'database', secret: secretOf(databaseSecretOf(process), ['url']) }] : []),
  ];
  const paths: Record<string, string> = { tmp: '/tmp', own: OWN, database: DATABASE };
  return {
    ...unprivileged(NODE_USER),
    terminationGracePeriodSeconds: GRACE_SECONDS,
    containers: [
      {
        name: process.name,
        image: imageOf(process),
        envFrom: [{ configMapRef: { name: 'settings' } }],
        env: environmentOf(process, migrate),
        securityContext: restricted,
        volumeMounts: volumes.map(({ name }) => ({
          ...{ name, mountPath: paths[name]! },
          ...(name !== 'tmp' && { readOnly: true }),
        })),
        ...container,
      },
    ],
    volumes,
  };
}

export const databaseSecretOf = ({ name }: Pick<Process, 'name'>) => `${name}-database`;

const secretOf = (secretName: string, keys: string[]) => ({
  ...{ secretName, defaultMode: 0o440 },
  items: keys.map((key) => ({ key, path: key })),
});
