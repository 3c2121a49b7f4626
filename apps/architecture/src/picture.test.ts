import { architectureOf, workspaceAt } from '@jobly/architecture';
import { drawnInto } from './document';
import { mermaid } from './mermaid';

describe('a picture of it', () => {
  it('draws a function call within a process and a request between two', () => {
    expect(mermaid(architectureOf(workspaceAt('.'), 'monolith'))).toContain(
      'monolith_jobs -->|find, namesOf| monolith_companies',
    );
    expect(mermaid(architectureOf(workspaceAt('.'), 'micro'))).toContain(
      'jobs_process ==>|find, namesOf| companies_process',
    );
  });

  it('draws an event dashed', () => {
    expect(mermaid(architectureOf(workspaceAt('.'), 'micro'))).toContain(
      'jobs_process -.->|jobs-deleted| users_process',
    );
  });

  it('goes where the document says, and leaves the rest alone', () => {
    const document = 'a\n<!-- architecture x -->\nold\n<!-- /architecture -->\nb\n';
    expect(drawnInto(document, (topology) => `new ${topology}`)).toBe(
      'a\n<!-- architecture x -->\n\nnew x\n\n<!-- /architecture -->\nb\n',
    );
    expect(() => drawnInto('a', String)).toThrow('no place marked');
  });
});
