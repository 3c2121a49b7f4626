import type { ContainerStack } from '../../stacks';
import { BROKEN_MIGRATION, BROKEN_SQL } from '../../test/broken-migration';
import { readComposeFile } from '../compose-file';
import type { Docker } from '../../docker';

const BROKEN = [
  'USER root',
  `RUN mkdir -p /app/migrations/${BROKEN_MIGRATION}`,
  `RUN echo '${BROKEN_SQL}' > /app/migrations/${BROKEN_MIGRATION}/migration.sql`,
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
