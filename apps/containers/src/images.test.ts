import { environmentWith, removePrograms } from './fake-docker.fixture';
import { fetchBaseImages } from './images';

afterAll(removePrograms);

const { signal } = new AbortController();

describe('the base images', () => {
  it('are not pulled where they are', async () => {
    await fetchBaseImages(environmentWith({ docker: 'test "$1" = image' }), signal);
  });

  it('that cannot be pulled are named, with the variable for another one', async () => {
    const environment = environmentWith({ docker: 'case "$*" in *mirror.example.com*) exit 1 ;; esac' });
    const fetching = fetchBaseImages({ ...environment, POSTGRES_IMAGE: 'mirror.example.com/postgres:18' }, signal);
    await expect(fetching).rejects.toThrow(/mirror\.example\.com\/postgres:18 is not here.*POSTGRES_IMAGE/);
  });
});
