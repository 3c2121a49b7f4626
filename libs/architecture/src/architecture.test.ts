import { architectureOf as architectureIn } from './architecture';
import { workspaceAt } from './code/workspace';

const architectureOf = (topology: string) => architectureIn(workspaceAt('.'), topology);

const processOf = (topology: string, name: string) =>
  architectureOf(topology).processes.find((process) => process.name === name)!;

describe('an architecture read from the code', () => {
  it('has the modules that each process is composed of', () => {
    const modulesOf = (topology: string) => architectureOf(topology).processes.map(({ modules }) => modules.length);
    expect(modulesOf('monolith')).toEqual([3]);
    expect(modulesOf('micro').sort()).toEqual([0, 1, 1, 1]);
  });

  it('tells questions to a neighbour from events', () => {
    const { remote, events } = processOf('micro', 'companies');
    expect(remote.map(({ method, operation }) => [method, operation.owner])).toContainEqual(['ofCompany', 'jobs']);
    expect(events.map(({ topic }) => topic)).toEqual(['company-deleted', 'company-changed']);
    expect(processOf('monolith', 'monolith')).toMatchObject({ remote: [], events: [] });
  });

  it('has the same questions between modules, wherever they run', () => {
    expect(architectureOf('monolith').questions).toEqual(architectureOf('micro').questions);
    expect(
      architectureOf('monolith')
        .questions.get('users')
        ?.map(({ port }) => port),
    ).toEqual(['JobRegister']);
  });
});
