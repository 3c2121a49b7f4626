import { operations } from '@jobly/contracts';
import { operationAt } from './operation-at';

test.each([
  ['GET', '/jobs/7', operations.getJob],
  ['HEAD', '/jobs/7/?x=/y', operations.getJob],
  ['DELETE', 'http://jobly.example/jobs/7', operations.deleteJob],
  ['POST', '/users/a%2Fb/jobs/x', operations.applyToJob],
  ['POST', '/users', operations.createUser],
])('%s %s', (method, target, operation) => {
  expect(operationAt(method, target)).toBe(operation);
});

test.each([
  ['PUT', '/jobs/7'],
  ['GET', '/jobs/7/8'],
  ['GET', '//jobs'],
  ['GET', '/JOBS'],
  ['GET', '/'],
])('%s %s is none', (method, target) => {
  expect(operationAt(method, target)).toBeUndefined();
});
