/**
 * Runs before packages are installed. Another package manager reads neither package-lock.json nor allowScripts, so it
 * would install other versions and run scripts that nobody has reviewed.
 */
const [name] = (process.env.npm_config_user_agent ?? 'npm').split('/');
if (name !== 'npm') {
  console.error(`Jobly is installed with npm, not with ${name}: type "npm ci".`);
  process.exit(1);
}
