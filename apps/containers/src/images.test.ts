import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith, removePrograms } from './fake-docker.fixture';
import { fetchImages, usual, watching } from './images';

afterAll(removePrograms);

const { signal } = new AbortController();

describe('the images that stacks are made of', () => {
  it('are not pulled where they are', async () => {
    const environment = environmentWith({ docker: 'echo "$*" >>"$CALLS"' });
    const CALLS = join(environment['PATH']!, 'calls');
    await fetchImages({ ...environment, CALLS }, { observability: true }, signal);
    const looks = Object.values({ ...usual, ...watching }).map((image) => `image inspect ${image}\n`);
    expect(readFileSync(CALLS, 'utf8')).toBe(looks.join(''));
  });

  it('that cannot be pulled are named, with the variable for another one', async () => {
    const environment = environmentWith({ docker: 'case "$*" in *mirror.example.com*) exit 1 ;; esac' });
    const settings = { ...environment, POSTGRES_IMAGE: 'mirror.example.com/postgres:18' };
    const fetching = fetchImages(settings, { observability: false }, signal);
    await expect(fetching).rejects.toThrow(/mirror\.example\.com\/postgres:18 is not here.*POSTGRES_IMAGE/);
  });
});
