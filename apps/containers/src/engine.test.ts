import { findEngine } from './engine';
import { environmentWith, removePrograms } from './fake-docker.fixture';

afterAll(removePrograms);

/** An engine with four CPUs, and these further answers. */
const docker = (others: string) => `case "$1" in info) echo 4;; ${others} *) exit 1;; esac`;

describe('the Docker engine', () => {
  it('is found with compose 2 and BuildKit', async () => {
    const engine = await findEngine(environmentWith({ docker: docker('compose|buildx) ;;') }));
    expect(engine).toEqual({ compose: ['docker', 'compose'], cpus: 4, environment: {} });
  });

  it('is found with docker-compose, which then must not ask for BuildKit', async () => {
    const engine = await findEngine(environmentWith({ docker: docker(''), 'docker-compose': 'exit 0' }));
    const environment = { DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0' };
    expect(engine).toEqual({ compose: ['docker-compose'], cpus: 4, environment });
  });

  it.each([
    ['is not installed', {}, /no docker here; install Docker/],
    ['does not answer', { docker: 'echo "Cannot connect to it" >&2; exit 1' }, /does not answer \(Cannot connect/],
    ['may not be talked to', { docker: 'echo "permission denied" >&2; exit 1' }, /join the group "docker"/],
    ['has no compose', { docker: docker('') }, /not compose; install/],
  ])('is missed with a sentence that says what to do: it %s', async (_, programs, sentence) => {
    await expect(findEngine(environmentWith(programs))).rejects.toThrow(sentence);
  });
});
