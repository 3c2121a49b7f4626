import type { IJob } from 'kubernetes-models/batch/v1/Job';
import { shareOf } from './capacity';
import { labelsOf } from './labels';
import { podOf } from './pod';
import type { Process } from './processes';

/**
 * Migrates and fills a process's database, and ends. Repeated, because the database may not be there yet; a migration
 * that fails leaves nothing behind.
 */
export function migrationOf(process: Process, processes: number): IJob {
  const labels = labelsOf(process.name, 'migration');
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${process.name}-migration`, labels },
    spec: {
      backoffLimit: 5,
      activeDeadlineSeconds: 300,
      ttlSecondsAfterFinished: 3_600,
      template: {
        metadata: { labels },
        spec: {
          ...podOf(process, 'only', { resources: shareOf('server', processes) }),
          restartPolicy: 'Never',
        },
      },
    },
  };
}
