import { StartError } from '@jobly/contracts';
import { onItsRuntime, runtimeOf } from './runtimes';
import { blueprints } from './topology';

const part = (name: string) => blueprints.find((one) => one.name === name)!;

describe('the runtime of a part', () => {
  it('is Node.js unless somebody wants another one', () => {
    for (const given of [{}, { COMPANIES_RUNTIME: '' }, { COMPANIES_RUNTIME: 'node' }]) {
      expect(onItsRuntime(part('companies'), given)).toBe(part('companies'));
    }
    expect(runtimeOf(part('companies'))).toEqual([process.execPath]);
  });

  it('is Bun for another program, and only of the companies service', () => {
    const given = { COMPANIES_RUNTIME: 'bun' };
    expect(onItsRuntime(part('companies'), given)).toMatchObject({ app: 'companies-bun', runtime: 'bun' });
    expect(onItsRuntime(part('jobs'), given)).toBe(part('jobs'));
  });

  it('is none that it does not exist on', () => {
    expect(() => onItsRuntime(part('companies'), { COMPANIES_RUNTIME: 'deno' })).toThrow(
      new StartError('COMPANIES_RUNTIME must be node or bun, not "deno".'),
    );
  });

  it('is looked for where npm puts it, and missed in a sentence', () => {
    const onBun = { ...part('companies'), runtime: 'bun' as const };
    expect(() => runtimeOf(onBun, () => undefined)).toThrow(/^There is no Bun for \S+ here; type "npm ci"/);
    expect(runtimeOf(onBun, () => process.execPath)[0]).toBe(process.execPath);
  });
});
