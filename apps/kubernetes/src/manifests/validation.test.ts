import { type Resource, problemOf } from './validation';

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'jobs' }, spec: { ports: [{ port: 3013 }] } };

/** What a file may contain, whatever the compiler says. */
const read = (resource: object) => problemOf(resource as Resource);

describe('A manifest', () => {
  it('fits the schema that Kubernetes publishes', () => {
    expect(read(service)).toBeUndefined();
  });

  it.each([
    ['a port that is a word', { ...service, spec: { ports: [{ port: 'many' }] } }, /^Service jobs: .*port/],
    ['a port without a number', { ...service, spec: { ports: [{ name: 'http' }] } }, /^Service jobs: .*port/],
    ['another version of the API', { ...service, apiVersion: 'v2' }, /apiVersion must be v1, not v2/],
    ['a kind that is not Jobly’s', { ...service, kind: 'Pod' }, /^Pod jobs: not a kind/],
  ])('is refused for %s', (_, resource, problem) => {
    expect(read(resource)).toMatch(problem);
  });
});
