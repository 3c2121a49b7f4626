import { StartError } from '@jobly/contracts';
import type { Docker } from '../docker';

/** Enough of an image's id to tell versions apart. */
const DIGITS = 12;

/**
 * A tag for each image that says what is in it: a deployment of an unchanged image is none, and changes nothing.
 * @param images the images as they were just built.
 */
export async function tagByContent(images: readonly string[], docker: Docker): Promise<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const image of images) {
    const id = (await docker.read('image', 'inspect', '--format', '{{.Id}}', image)).trim();
    tags[image] = id.replace('sha256:', '').slice(0, DIGITS);
    await docker.do('tag', image, `${image}:${tags[image]}`);
  }
  return tags;
}

/**
 * The same tag for all images.
 * @throws StartError naming an image that is not here in this version, and the versions that are.
 */
export async function tagAs(tag: string, images: readonly string[], docker: Docker): Promise<Record<string, string>> {
  for (const image of images) {
    const here = await docker.lines('image', 'ls', '--format', '{{.Tag}}', image);
    if (here.includes(tag)) continue;
    throw new StartError(
      `The image ${image}:${tag} is not here (${here.join(', ') || 'nor any other version'}); ` +
        'build or load it, or leave --tag out to run what is in this folder.',
    );
  }
  return Object.fromEntries(images.map((image) => [image, tag]));
}
