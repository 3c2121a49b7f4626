import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOf } from '@jobly/architecture';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { containerOf, find, podOf, resourcesOf, root, systemOfCode, workloadsOf } from './manifests.fixture';
import { MAX_CONNECTIONS } from './database';
import { deployable, processesOf } from './processes';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const processes = deployable.flatMap((topology) =>
  processesOf(systemOfCode(), topology).map((process) => ({ topology, name: process.name, process })),
);

describe.each(processes)('$topology: $name agrees with the code', ({ topology, name, process }) => {
  const { workspace } = systemOfCode();
  const settings = settingsOf(workspace, process.app);
  const deployment = find(topology, 'Deployment', name);
  const container = containerOf(deployment);
  const given = container.env!.map((variable) => variable.name);
  const names = new Set(settings.flatMap((setting) => [setting.name, `${setting.name}_FILE`]));

  it('it is given no variable that it does not read, and every one that it cannot do without', () => {
    expect(given.filter((variable) => !names.has(variable))).toEqual([]);
    const required = settings.filter(({ isRequired }) => isRequired).map((setting) => setting.name);
    const missing = required.filter((variable) => !given.includes(variable) && !given.includes(`${variable}_FILE`));
    expect(missing).toEqual([]);
  });

  it('every file that a variable names is in a Secret of its own', () => {
    const files = podOf(deployment).volumes!.flatMap(({ name: volume, secret }) => {
      const { mountPath = '' } = container.volumeMounts!.find((mount) => mount.name === volume) ?? {};
      expect(secret?.secretName ?? name).toMatch(new RegExp(`^${name}(-secrets|-database)?$`));
      return secret?.items?.map(({ path }) => `${mountPath}/${path}`) ?? [];
    });
    const named = container.env!.filter((variable) => variable.name.endsWith('_FILE')).map(({ value }) => value);
    expect(files.sort()).toEqual(named.sort());
  });

  it('its probes ask for paths that it has', () => {
    const health = read('libs/http-kit/src/health.ts');
    const { startupProbe, livenessProbe, readinessProbe } = container;
    const paths = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet?.path);
    expect(paths).toEqual(['/health/live', '/health/live', '/health/ready']);
    for (const path of paths) expect(health).toContain(`'${path}'`);
  });

  it('it is killed only after it has had the time to stop by itself', () => {
    const [, milliseconds = ''] = /STOP_DEADLINE_MS = ([\d_]+)/.exec(read('libs/http-kit/src/run-service.ts'))!;
    const drain = Number(container.env!.find((variable) => variable.name === 'DRAIN_MS')?.value);
    const needed = drain + Number(milliseconds.replaceAll('_', ''));
    expect(podOf(deployment).terminationGracePeriodSeconds! * 1_000).toBeGreaterThan(needed);
  });

  it('all of its replicas together hold no more connections than the database has', () => {
    const { spec } = resourcesOf(topology).find(
      (one): one is IHorizontalPodAutoscaler => one.kind === 'HorizontalPodAutoscaler' && one.metadata?.name === name,
    )!;
    const pool = /_POOL: setting\.whole\(1, 1_000, (\d+)\)/.exec(read(`apps/${process.app}/src/env.ts`))?.[1];
    expect(pool !== undefined).toBe(process.database !== undefined);
    expect(Number(pool ?? 0) * (spec.maxReplicas + 1)).toBeLessThan(MAX_CONNECTIONS);
  });
});

describe.each(deployable)('every pod of %s', (topology) => {
  const workloads = workloadsOf(topology).map((workload) => ({ name: workload.metadata!.name!, workload }));

  it.each(workloads)('$name can do nothing that it does not need', ({ workload }) => {
    expect(podOf(workload)).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(containerOf(workload)).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: { requests: expect.any(Object), limits: expect.any(Object) },
    });
  });

  it('has a database that is migrated by a Job of the same image and secrets, and by nobody else', () => {
    const migrating = processesOf(systemOfCode(), topology).filter(({ database }) => database);
    for (const { name } of migrating) {
      const [server, job] = [find(topology, 'Deployment', name), find(topology, 'Job', `${name}-migration`)];
      const when = (workload: typeof server | typeof job) =>
        containerOf(workload).env!.find((variable) => variable.name === 'MIGRATE')?.value;
      expect([when(server), when(job)]).toEqual(['elsewhere', 'only']);
      expect(containerOf(job).image).toBe(containerOf(server).image);
      expect(podOf(job).volumes).toEqual(podOf(server).volumes);
    }
  });
});
