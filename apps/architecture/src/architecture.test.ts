import { architectureOf } from './architecture';
import { drawnInto } from './document';
import { mermaid } from './mermaid';

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
    expect(events).toEqual(['company-deleted']);
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

describe('a picture of it', () => {
  it('draws a function call within a process and a request between two', () => {
    expect(mermaid(architectureOf('monolith'))).toContain('monolith_jobs -->|find, namesOf| monolith_companies');
    expect(mermaid(architectureOf('micro'))).toContain('jobs_process ==>|find, namesOf| companies_process');
  });

  it('draws an event dashed', () => {
    expect(mermaid(architectureOf('micro'))).toContain('jobs_process -.->|jobs-deleted| users_process');
  });

  it('goes where the document says, and leaves the rest alone', () => {
    const document = 'a\n<!-- architecture x -->\nold\n<!-- /architecture -->\nb\n';
    expect(drawnInto(document, (topology) => `new ${topology}`)).toBe(
      'a\n<!-- architecture x -->\n\nnew x\n\n<!-- /architecture -->\nb\n',
    );
    expect(() => drawnInto('a', String)).toThrow('no place marked');
  });
});
