import {
  Problem,
  StartError,
  conflict,
  forbidden,
  invalid,
  keyReused,
  notFound,
  tooManyRequests,
  unauthorized,
  unavailable,
  unsettled,
} from './index';

const cause = new Error('the cause');

describe('a problem', () => {
  it.each([
    [invalid('No data'), { kind: 'invalid', detail: 'No data' }],
    [invalid(['a', 'b'], cause), { kind: 'invalid', detail: ['a', 'b'], cause }],
    [unauthorized(), { kind: 'unauthorized', detail: 'Unauthorized' }],
    [unauthorized('Wrong'), { kind: 'unauthorized', detail: 'Wrong' }],
    [forbidden(), { kind: 'forbidden', detail: 'Forbidden' }],
    [forbidden('Not you'), { kind: 'forbidden', detail: 'Not you' }],
    [notFound(), { kind: 'not-found', detail: 'Not found' }],
    [notFound('No job: 7'), { kind: 'not-found', detail: 'No job: 7' }],
    [conflict('Taken', cause), { kind: 'conflict', detail: 'Taken', cause }],
    [keyReused(), { kind: 'key-reused', detail: 'This Idempotency-Key was used for another request already' }],
    [tooManyRequests('Later', 60), { kind: 'too-many-requests', detail: 'Later', retryAfter: 60 }],
    [
      unavailable('The jobs service', cause),
      {
        kind: 'unavailable',
        detail: 'The jobs service is unavailable at the moment; please try again',
        retryAfter: 1,
        cause,
      },
    ],
    [unsettled('Deleted here'), { kind: 'outcome-unknown', detail: 'Deleted here' }],
  ])('says what it is, whom to tell and when to come back: %p', (problem, expected) => {
    expect({ ...problem, cause: problem.cause }).toEqual({
      name: 'Problem',
      retryAfter: undefined,
      cause: undefined,
      ...expected,
    });
  });

  it('has a message for the log, of one sentence or of many', () => {
    expect(new Problem('conflict', 'Taken').message).toBe('Taken');
    expect(new Problem('invalid', ['a is missing', 'b is not a number']).message).toBe(
      'a is missing; b is not a number',
    );
  });

  it('is told from what keeps a process from starting', () => {
    const error = new StartError('PORT is taken.', { cause });
    expect([error.name, error.message, error.cause]).toEqual(['StartError', 'PORT is taken.', cause]);
    expect(error).not.toBeInstanceOf(Problem);
  });
});
