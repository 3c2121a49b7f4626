import { Command } from 'commander';
import { writeManifests } from './write-manifests';

const MORE = `
Exit codes: 0 done; 1 manifests are not as the code has them.`;

/** The command line: `npm run k8s -- manifests`. */
export function createProgram(_signal: AbortSignal): Command {
  const program = new Command('npm run k8s --')
    .description('Runs the stacks in Kubernetes.')
    .addHelpText('after', MORE)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));

  program
    .command('manifests')
    .description('write the manifests in deploy/kubernetes anew, from the code')
    .option('--check', 'only say whether they are up to date', false)
    .action((options: Parameters<typeof writeManifests>[0]) => {
      process.exitCode = writeManifests(options) ? 0 : 1;
    });
  return program;
}
