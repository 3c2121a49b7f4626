import type { ContainerStack } from '../../stacks';
import { readComposeFile } from '../compose-file';
import type { Docker } from '../docker';

/** The name of a migration that is newer than any other. */
export const BROKEN_MIGRATION = '99990101000000_fails_half_way';

/** Its first statement works, and its second one never does. */
const BROKEN = [
  'USER root',
  `RUN mkdir -p /app/migrations/${BROKEN_MIGRATION}`,
  `RUN echo 'CREATE TABLE half_way (id int); SELECT 1 / 0;' > /app/migrations/${BROKEN_MIGRATION}/migration.sql`,
  'USER node',
];

/** Versions of a stack's images, by image. */
type Tags = Record<string, string>;

/** The same programs as other images: what an update is to a swarm. */
export async function anotherVersion(tags: Tags, tag: string, docker: Docker): Promise<Tags> {
  for (const [image, old] of Object.entries(tags)) {
    await build(`${image}:${tag}`, [`FROM ${image}:${old}`, `LABEL jobly.test=${tag}`], docker);
  }
  return Object.fromEntries(Object.keys(tags).map((image) => [image, tag]));
}

/** The same, but that the stack's last process has one more migration, which fails half-way. */
export async function brokenVersion(stack: ContainerStack, tags: Tags, tag: string, docker: Docker): Promise<Tags> {
  const { image } = readComposeFile(stack).services[stack.processes.at(-1)!.service]!;
  await build(`${image}:${tag}`, [`FROM ${image}:${tags[image]}`, ...BROKEN], docker);
  return { ...tags, [image]: tag };
}

const build = (image: string, lines: string[], docker: Docker) =>
  docker.feed(lines.join('\n'), 'build', '--quiet', '--tag', image, '-');
