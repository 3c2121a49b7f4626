import { migrate, seedOnce } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedJobs } from '@jobly/jobs';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await migrate({ url: env.JOBS_DATABASE_URL, owner: 'jobs service', directory: `${import.meta.dirname}/migrations` });
  if (env.SEED) {
    await seedOnce(env.JOBS_DATABASE_URL, 'jobs', [seedJobs]);
  }
  return { ...compose(env), drainMs: env.DRAIN_MS, host: env.HOST, port: env.JOBS_PORT, portVariable: 'JOBS_PORT' };
});
