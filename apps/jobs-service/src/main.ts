import { prepareDatabase } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedJobs } from '@jobly/jobs';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await prepareDatabase(env, {
    url: env.JOBS_DATABASE_URL,
    owner: 'jobs service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'jobs', seeds: [seedJobs] },
  });
  if (env.MIGRATE === 'only') return;
  return { ...compose(env), drainMs: env.DRAIN_MS, host: env.HOST, port: env.JOBS_PORT, portVariable: 'JOBS_PORT' };
});
