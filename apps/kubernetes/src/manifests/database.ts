import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { IService } from 'kubernetes-models/v1/Service';
import { shareOf } from './capacity';
import { labelsOf } from './labels';
import { databaseSecretOf } from './pod';
import type { Process } from './processes';
import { restricted, unprivileged } from './security';

export const POSTGRES_PORT = 5432;
export const POSTGRES_USER = 'jobly';

/** More than the pools of all replicas, at their most, can hold. */
export const MAX_CONNECTIONS = 300;

/** The user `postgres` of the Debian image. */
const USER = 999;

const PASSWORD = '/run/secrets/database';

export const serverOf = ({ name }: Pick<Process, 'name'>) => `${name}-postgres`;

/** One PostgreSQL server for the one process that owns the database. */
export function databaseOf(process: Process, database: { name: string }, databases: number): [IStatefulSet, IService] {
  const name = serverOf(process);
  const labels = labelsOf(process.name, 'database');
  const ask = { exec: { command: ['pg_isready', '--quiet', '--host=127.0.0.1', `--username=${POSTGRES_USER}`] } };
  const service: IService = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels },
    spec: { clusterIP: 'None', selector: labels, ports: [{ name: 'postgres', port: POSTGRES_PORT }] },
  };
  const server: IStatefulSet = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, labels },
    spec: {
      serviceName: name,
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...unprivileged(USER),
          terminationGracePeriodSeconds: 60,
          containers: [
            {
              name: 'postgres',
              image: 'postgres:18',
              args: ['postgres', '-c', `max_connections=${MAX_CONNECTIONS}`],
              env: [
                { name: 'POSTGRES_USER', value: POSTGRES_USER },
                { name: 'POSTGRES_DB', value: database.name },
                { name: 'POSTGRES_PASSWORD_FILE', value: `${PASSWORD}/password` },
                { name: 'POSTGRES_INITDB_ARGS', value: '--locale=C.UTF-8 --encoding=UTF8' },
              ],
              ports: [{ name: 'postgres', containerPort: POSTGRES_PORT }],
              resources: shareOf('database', databases),
              // The first start creates the cluster; a server that recovers from a crash may take as long.
              startupProbe: { ...ask, periodSeconds: 2, failureThreshold: 90 },
              readinessProbe: { ...ask, periodSeconds: 5, timeoutSeconds: 3 },
              livenessProbe: { ...ask, timeoutSeconds: 5, failureThreshold: 6 },
              securityContext: restricted,
              volumeMounts: [
                { name: 'data', mountPath: '/var/lib/postgresql' },
                { name: 'tmp', mountPath: '/tmp' },
                { name: 'run', mountPath: '/var/run/postgresql' },
                { name: 'shared-memory', mountPath: '/dev/shm' },
                { name: 'password', mountPath: PASSWORD, readOnly: true },
              ],
            },
          ],
          volumes: [
            { name: 'tmp', emptyDir: {} },
            { name: 'run', emptyDir: {} },
            { name: 'shared-memory', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
            {
              name: 'password',
              secret: {
                ...{ secretName: databaseSecretOf(process), defaultMode: 0o440 },
                items: [{ key: 'password', path: 'password' }],
              },
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data', labels },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
        },
      ],
    },
  };
  return [server, service];
}
