import { Argument, Command } from 'commander';
import { checkManifests } from './check/check';
import { down } from './cluster/down';
import type { Target } from './cluster/rendered';
import { test } from './cluster/test';
import { summaryOf, up } from './cluster/up';
import { namespaceOf } from './manifests/kustomizations';
import { VERSION } from './manifests/pod';
import { type Deployable, deployable } from './manifests/processes';
import { writeManifests } from './write-manifests';

const MORE = `
Exit codes: 0 done; 1 a check or a test has failed; 2 nothing could be tried (no
kubectl, no cluster, an image is missing, a migration fails); 130 interrupted.`;

interface DeliveryOptions {
  registry?: string;
  version: string;
  build: boolean;
}

/** The port on this machine that the stack is suggested to be forwarded to. */
const SUGGESTED_PORT = 3080;

/** The command line: `npm run k8s -- up|down|test|manifests|check`. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('npm run k8s --')
    .description('Runs the stacks in Kubernetes, in the cluster that kubectl is set up for.')
    .addHelpText('after', MORE)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));
  const which = () => new Argument('[topology]', 'which stack').choices(deployable).default('monolith');
  const delivering = (command: Command) =>
    command
      .addArgument(which())
      .option('--registry <host/path>', 'where images are pushed to, and the cluster gets them from')
      .option('--version <tag>', 'of the images', VERSION)
      .option('--no-build', 'the images are there already');
  const targetOf = (topology: Deployable, { registry, version }: DeliveryOptions, suffix = ''): Target => ({
    ...{ topology, registry, version },
    namespace: `${namespaceOf(topology)}${suffix}`,
  });

  delivering(program.command('up'))
    .description('build the images, make missing secrets, migrate, roll out, and wait until all is ready')
    .action(async (topology: Deployable, options: DeliveryOptions) => {
      const target = targetOf(topology, options);
      await up(target, options, signal);
      console.log(summaryOf(target, SUGGESTED_PORT));
    });

  program
    .command('down')
    .description('remove what is labelled as Jobly’s')
    .addArgument(which())
    .option('--volumes', 'data and secrets, too', false)
    .action((topology: Deployable, options: Parameters<typeof down>[1]) =>
      down(namespaceOf(topology), options, signal),
    );

  delivering(program.command('test'))
    .description('check a stack in a namespace of its own against the contract, and restart its processes under load')
    .action(async (topology: Deployable, options: DeliveryOptions) => {
      process.exitCode = (await test(targetOf(topology, options, '-test'), options.build, signal)) ? 0 : 1;
    });

  program
    .command('manifests')
    .description('write the manifests in deploy/kubernetes anew, from the code')
    .option('--check', 'only say whether they are up to date', false)
    .action((options: Parameters<typeof writeManifests>[0]) => {
      process.exitCode = writeManifests(options) ? 0 : 1;
    });

  program
    .command('check')
    .description('have kubectl build every kustomization, and validate the outcome; needs no cluster')
    .action(async () => {
      process.exitCode = (await checkManifests(signal)) ? 0 : 1;
    });
  return program;
}
