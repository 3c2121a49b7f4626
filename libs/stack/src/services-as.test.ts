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
  expect(() => requireServicesAs({ SERVICES_AS: 'lambda' }, ['micro'])).toThrow(
    new StartError('SERVICES_AS must be processes or functions, not "lambda".'),
  );
  for (const SERVICES_AS of ['', 'processes', 'functions']) requireServicesAs({ SERVICES_AS }, ['micro']);
});

test('functions are refused for soa, whose services would be processes all the same', () => {
  expect(() => requireServicesAs({ SERVICES_AS: 'functions' }, ['soa'])).toThrow(
    'SERVICES_AS=functions is for micro; the services of soa run as processes. Leave one of them out.',
  );
  requireServicesAs({ SERVICES_AS: 'processes' }, ['soa']);
});
