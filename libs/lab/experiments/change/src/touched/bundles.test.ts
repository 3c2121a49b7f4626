import { writtenWorkspace } from '@jobly/architecture/fixtures';
import type { Deployable } from '../preloads/topologies';
import { deployedAgain } from './bundles';

const jobs: Deployable = { name: 'jobs', app: 'jobs-service', place: 'topology.ts:3', database: 'jobly_jobs' };

const built = {
  'dist/apps/jobs-service/main.js': 'serve();\n',
  'dist/apps/jobs-service/main.js.map': '{}',
  'dist/apps/jobs-service/migrations/1_initial/migration.sql': 'CREATE TABLE jobs ();\n',
};

/** Whether the jobs service is deployed again if these files of its bundle change. */
function isDeployedAgain(changes: Record<string, string>): boolean {
  const [before, after] = [writtenWorkspace(built), writtenWorkspace({ ...built, ...changes })];
  const again = deployedAgain(before.root, after.root, [jobs]);
  before.remove();
  after.remove();
  return again.length > 0;
}

it('a process is deployed again if its code or its migrations change, and not for its source map', () => {
  expect(isDeployedAgain({})).toBe(false);
  expect(isDeployedAgain({ 'dist/apps/jobs-service/main.js': 'serve(1);\n' })).toBe(true);
  expect(isDeployedAgain({ 'dist/apps/jobs-service/migrations/1_initial/migration.sql': '' })).toBe(true);
  expect(isDeployedAgain({ 'dist/apps/jobs-service/migrations/2_more/migration.sql': '' })).toBe(true);
  expect(isDeployedAgain({ 'dist/apps/jobs-service/main.js.map': '{ }' })).toBe(false);
  expect(isDeployedAgain({ 'dist/apps/jobs-service/more.js.map': '{}' })).toBe(false);
});
