import { composeOver } from '../compose';
import { fetchImages } from '../images';
import { step } from '@jobly/deployment';
import type { ContainerStack } from '../stacks';
import { readComposeFile } from './compose-file';
import { type Context, nameOf } from './context';
import { keepSecrets } from './secrets';
import { secretsOfAll } from './service-secrets';
import { reportFailures } from './failed-updates';
import { settled } from './settle';
import { stackFileOf } from './stack-file';
import { tagAs, tagByContent } from './versions';

/** The images of a stack that are built here, each once. */
export const imagesOf = (stack: ContainerStack): string[] => {
  const images = Object.values(readComposeFile(stack).services).map(({ image }) => image);
  return [...new Set(images.filter((image) => image.startsWith('jobly/')))];
};

/**
 * Builds a stack's images, unless a tag names some that are here.
 * @returns the tag of each.
 */
export async function versionOf(
  stack: ContainerStack,
  tag: string | undefined,
  { engine, docker, settings, signal }: Context,
): Promise<Record<string, string>> {
  if (tag !== undefined) return tagAs(tag, imagesOf(stack), docker);
  await fetchImages(settings, { observability: false }, signal);
  await step(`Building the images of ${stack.name}`, () => composeOver([stack], engine, settings, signal).do('build'));
  return tagByContent(imagesOf(stack), docker);
}

/** Creates the secrets that a stack needs, if it has none yet. */
export async function prepare(stack: ContainerStack, { docker, settings }: Context): Promise<void> {
  await keepSecrets(nameOf(stack, settings), secretsOfAll(readComposeFile(stack).services), docker, settings);
}

/**
 * Deploys versions of the images, and waits until they run, or until the swarm has gone back to what ran before.
 * @param only the service to deploy; the others are left as they are. By default all are deployed.
 * @returns whether the new ones run.
 */
export async function deploy(
  stack: ContainerStack,
  tags: Record<string, string>,
  { docker, settings, signal }: Context,
  only?: string,
): Promise<boolean> {
  const name = nameOf(stack, settings);
  // Images that were built here are in no registry.
  const options = [...(only ? [] : ['--prune']), '--resolve-image', 'never', '--compose-file', '-'];
  await docker.feed(stackFileOf(stack, { name, tags, only }), 'stack', 'deploy', ...options, name);
  const unsuccessful = await settled(name, docker, signal);
  // Another service may still show how an earlier update of it ended.
  const failed = unsuccessful.filter((service) => !only || service.name === `${name}_${only}`);
  await reportFailures(failed, docker);
  return failed.length === 0;
}
