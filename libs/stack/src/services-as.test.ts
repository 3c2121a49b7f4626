import { StartError } from '@jobly/contracts';
import { requireServicesAs, runsAsFunction } from './services-as';
import { blueprints } from './topology';

const asFunctions = (given: NodeJS.ProcessEnv) =>
  blueprints.filter((part) => runsAsFunction(part, given)).map(({ name }) => name);

test('the services run as functions if SERVICES_AS says so, and nothing else does', () => {
  expect(asFunctions({ SERVICES_AS: 'functions' })).toEqual(['users', 'companies', 'jobs']);
  expect(asFunctions({ SERVICES_AS: 'processes' })).toEqual([]);
  expect(asFunctions({})).toEqual([]);
});

test('another value is refused', () => {
  expect(() => requireServicesAs({ SERVICES_AS: 'lambda' })).toThrow(
    new StartError('SERVICES_AS must be processes or functions, not "lambda".'),
  );
  for (const SERVICES_AS of ['', 'processes', 'functions']) requireServicesAs({ SERVICES_AS });
});
