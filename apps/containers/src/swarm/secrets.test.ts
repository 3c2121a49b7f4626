import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { dockerWith } from '../docker';
import { keepSecrets } from './secrets';

afterAll(removePrograms);

const wanted = ['jwt-secret', 'jwt-private-key.pem', 'users-database-password', 'users-database-url', 'seed-password'];

/** A swarm with these secrets and volumes. What is created is written to files, and every command to a log. */
function swarm({ secrets = '', volumes = '' }) {
  const docker = `
    echo "$*" >>"$LOG/commands"
    case "$1 $2" in
    'secret ls') echo '${secrets}' ;;
    'volume ls') echo '${volumes}' ;;
    'secret create') while read -r line || [ -n "$line" ]; do echo "$line"; done >"$LOG/$5" ;;
    esac`;
  const { PATH } = environmentWith({ docker });
  const file = (name: string) => readFileSync(join(PATH!, name), 'utf8').trim();
  const keep = (settings: NodeJS.ProcessEnv = { SEED_PASSWORD: 'of mine' }) =>
    keepSecrets('jobly', wanted, dockerWith({ PATH, LOG: PATH }), settings);
  return { keep, file };
}

describe('the secrets of a stack', () => {
  it('are created at its first deployment, from stdin, so that no list of processes shows them', async () => {
    const { keep, file } = swarm({});
    await keep();
    const password = file('jobly_users-database-password');
    expect(file('jobly_users-database-url')).toBe(`postgresql://jobly:${password}@users-postgres:5432/jobly`);
    expect(file('jobly_jwt-private-key.pem')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(file('jobly_seed-password')).toBe('of mine');
    for (const secret of [password, 'of mine', file('jobly_jwt-secret')]) {
      expect(file('commands')).not.toContain(secret);
    }
  });

  it('may be the user’s own', async () => {
    const { keep, file } = swarm({});
    await keep({ SEED: 'false', JWT_SECRET: 'a secret of mine that is long enough' });
    expect(file('jobly_jwt-secret')).toBe('a secret of mine that is long enough');
  });

  it('stay as they are', async () => {
    const { keep, file } = swarm({ secrets: wanted.map((secret) => `jobly_${secret}`).join('\n'), volumes: 'data' });
    await keep({});
    expect(file('commands')).not.toMatch(/secret (create|rm)/);
  });

  it('are not replaced where data depend on them', async () => {
    const { keep, file } = swarm({ secrets: 'jobly_jwt-secret', volumes: 'jobly_users-data' });
    await expect(keep()).rejects.toThrow(
      /^The secret jobly_jwt-private-key.pem is missing.*\(jobly_users-data\); restore it with "docker secret create"/,
    );
    expect(file('commands')).not.toMatch(/secret (create|rm)/);
  });

  it('are made anew after a deployment that was interrupted before it began', async () => {
    const { keep, file } = swarm({ secrets: 'jobly_jwt-secret' });
    await keep();
    expect(file('commands')).toContain('secret rm jobly_jwt-secret');
    expect(file('jobly_jwt-secret')).toHaveLength(43);
  });

  it.each([{}, { SEED_PASSWORD: 'password' }])('are not made for well-known accounts: %p', async (settings) => {
    const { keep, file } = swarm({});
    await expect(keep(settings)).rejects.toThrow(/set SEED_PASSWORD to one of your own, or SEED=false/);
    expect(file('commands')).not.toContain('create');
  });
});
