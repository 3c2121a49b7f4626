import NodeEnvironment from './node-environment.mjs';

/**
 * Jest's environment for Node, without the shell's variables for the tests and for every process that they start:
 * NODE_ENV, FORCE_COLOR (which Jest itself sets in its workers on a terminal), NODE_OPTIONS, and a port or a database
 * of the user's. The variables that programs need to be found and to run stay, and so does the folder of
 * test-folder/make.mjs.
 */
const KEPT =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|LANG|LC_\w+|TZ|LD_\w+|NIX_\w+|DOCKER_\w+|NGINX_IMAGE|JEST_WORKER_ID|JOBLY_TEST_FOLDER)$/;

for (const name of Object.keys(process.env)) {
  if (!KEPT.test(name)) Reflect.deleteProperty(process.env, name);
}
process.env.NODE_ENV = 'test';

export default NodeEnvironment;
