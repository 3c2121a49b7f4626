import type { Engine } from './engine';
import { settingsOf } from './settings';
import { stacksOf } from './stacks';

const engine: Engine = { compose: ['docker', 'compose'], cpus: 4, environment: {} };
const cpusOf = (settings: NodeJS.ProcessEnv, ...names: string[]) =>
  names.map((name) => Number(settings[`${name}_CPUS`]));

describe('the settings of compose', () => {
  it('give a stack the same CPU in all, however many replicas there are', () => {
    for (const replicas of [1, 2, 4]) {
      const settings = settingsOf(stacksOf('both'), engine, replicas, {});
      const services = cpusOf(settings, 'GATEWAY', 'USERS', 'COMPANIES', 'JOBS');
      const [monolith] = cpusOf(settings, 'MONOLITH');
      expect(services.reduce((sum, one) => sum + one) * replicas).toBeCloseTo(2);
      expect(monolith! * replicas).toBeCloseTo(2);
      expect(settings['JOBS_REPLICAS']).toBe(String(replicas));
    }
  });

  it('ask for no more CPUs than there are, of which both stacks still get the same', () => {
    const settings = settingsOf(stacksOf('both'), { ...engine, cpus: 1 }, 1, {});
    expect(cpusOf(settings, 'MONOLITH', 'GATEWAY', 'USERS', 'COMPANIES', 'JOBS')).toEqual([1, 0.25, 0.25, 0.25, 0.25]);
  });

  it('are the user’s own where there are such', () => {
    const given = {
      MONOLITH_REPLICAS: '3',
      COMPOSE_PROJECT_NAME: 'mine',
      npm_config_registry: 'https://npm.example.com/',
    };
    const settings = settingsOf(stacksOf('monolith'), engine, undefined, given);
    expect(settings).toMatchObject({
      MONOLITH_REPLICAS: '3',
      COMPOSE_PROJECT_NAME: 'mine',
      NPM_REGISTRY: 'https://npm.example.com/',
    });
  });

  it('are as many replicas as were asked for, whatever is set', () => {
    const given = { MONOLITH_REPLICAS: '3', MONOLITH_CPUS: '2' };
    const settings = settingsOf(stacksOf('monolith'), engine, 4, given);
    expect(settings).toMatchObject({ MONOLITH_REPLICAS: '4', MONOLITH_CPUS: '0.5' });
  });
});
