import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { dockerWith } from '../docker';
import { requireManager } from './manager';

afterAll(removePrograms);

const asked = (answer: string) => requireManager(dockerWith(environmentWith({ docker: `echo '${answer}'` })));

describe('the manager of a swarm', () => {
  it('is known by its id', async () => {
    await expect(asked('active true a1b2')).resolves.toBe('a1b2');
  });

  it.each([
    ['inactive false ', /in no swarm; type "docker swarm init"/],
    ['active false a1b2', /a worker of its swarm; run this on a manager/],
    ['locked false ', /locked; type "docker swarm unlock"/],
    ['pending false ', /still joining/],
    ['odd false ', /The swarm is odd/],
  ])('is missed with a sentence that says what to do: %s', async (answer, sentence) => {
    await expect(asked(answer)).rejects.toThrow(sentence);
  });
});
