import { openApiDocument, operations, operationsWith } from './index';

const names = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };

/** The verdicts on a password wherever one can be set. */
const verdicts = (api: typeof operations, password: string) => [
  api.register.body.safeParse({ username: 'ada', ...names, password }).success,
  api.createUser.body.safeParse({ username: 'ada', ...names, password }).success,
  api.updateUser.body.safeParse({ password }).success,
];
const [taken, refused] = [
  [true, true, true],
  [false, false, false],
];

describe('a new password', () => {
  it('has 5 to 128 characters by default, as people count them', () => {
    expect(verdicts(operations, '12345')).toEqual(taken);
    expect(verdicts(operations, '😀'.repeat(128))).toEqual(taken);
    expect(verdicts(operations, '1234')).toEqual(refused);
    expect(verdicts(operations, '😀😀😀😀')).toEqual(refused);
    expect(verdicts(operations, 'x'.repeat(129))).toEqual(refused);
  });

  it('has as many as the policy says, wherever it can be set', () => {
    const strict = operationsWith({ passwordMinLength: 11 });
    expect(verdicts(strict, 'x'.repeat(11))).toEqual(taken);
    expect(verdicts(strict, 'x'.repeat(10))).toEqual(refused);
    const { error } = strict.updateUser.body.safeParse({ password: 'short' });
    expect(error?.issues).toMatchObject([{ path: ['password'], message: 'must have 11 to 128 characters' }]);
  });

  it('need not be part of a change', () => {
    const strict = operationsWith({ passwordMinLength: 11 });
    expect(strict.updateUser.body.parse({ firstName: 'Augusta' })).toEqual({ firstName: 'Augusta' });
  });
});

describe('the password somebody has', () => {
  it('is good for logging in, whatever the policy', () => {
    const { logIn } = operationsWith({ passwordMinLength: 64 });
    expect(logIn.body.parse({ username: 'ada', password: 'abc' })).toEqual({ username: 'ada', password: 'abc' });
  });
});

describe('the policy', () => {
  it('stands in the OpenAPI document', () => {
    const document = JSON.stringify(openApiDocument(operationsWith({ passwordMinLength: 77 })));
    expect(document.match(/"minLength":77\b/g)).toHaveLength(3);
    expect(JSON.stringify(openApiDocument(operations))).not.toContain('"minLength":77');
  });
});
