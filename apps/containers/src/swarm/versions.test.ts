import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { dockerWith } from '../docker';
import { tagAs, tagByContent } from './versions';

afterAll(removePrograms);

const docker = dockerWith(
  environmentWith({
    docker: `case "$1 $2" in
      'image inspect') echo sha256:0123456789abcdef0123 ;;
      'image ls') echo v1; echo v2 ;;
      esac`,
  }),
);

describe('the version of an image', () => {
  it('is its content', async () => {
    await expect(tagByContent(['jobly/jobs'], docker)).resolves.toEqual({ 'jobly/jobs': '0123456789ab' });
  });

  it('may be one that is here', async () => {
    await expect(tagAs('v2', ['jobly/jobs'], docker)).resolves.toEqual({ 'jobly/jobs': 'v2' });
  });

  it('is missed with those that are here', async () => {
    await expect(tagAs('v3', ['jobly/jobs'], docker)).rejects.toThrow(/jobly\/jobs:v3 is not here \(v1, v2\)/);
  });
});
