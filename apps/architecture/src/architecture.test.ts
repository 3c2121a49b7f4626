import { architectureOf, isEvent } from './architecture';
import { drawnInto } from './document';
import { mermaid } from './mermaid';

const asked = (topology: string, name: string) => {
  const process = architectureOf(topology).processes.find((one) => one.name === name);
  return process?.remote.map((question) => [question.method, question.operation.owner, isEvent(question)]);
};

describe('an architecture read from the code', () => {
  it('has the modules that each process is composed of', () => {
    const modulesOf = (topology: string) => architectureOf(topology).processes.map(({ modules }) => modules.length);
    expect(modulesOf('monolith')).toEqual([3]);
    expect(modulesOf('micro').sort()).toEqual([0, 1, 1, 1]);
  });

  it('tells a question to a neighbour from an event', () => {
    expect(asked('micro', 'companies')).toContainEqual(['ofCompany', 'jobs', false]);
    expect(asked('micro', 'companies')).toContainEqual(['companyDeleted', 'jobs', true]);
    expect(asked('monolith', 'monolith')).toEqual([]);
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
    expect(mermaid(architectureOf('micro'))).toContain('jobs_process -.->|jobsDeleted| users_process');
  });

  it('goes where the document says, and leaves the rest alone', () => {
    const document = 'a\n<!-- architecture x -->\nold\n<!-- /architecture -->\nb\n';
    expect(drawnInto(document, (topology) => `new ${topology}`)).toBe(
      'a\n<!-- architecture x -->\n\nnew x\n\n<!-- /architecture -->\nb\n',
    );
    expect(() => drawnInto('a', String)).toThrow('no place marked');
  });
});
