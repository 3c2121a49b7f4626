import { connectionTrouble } from './trouble';

const URL_WITH_SECRET = 'postgresql://ann:hunter2@db.example:6000/pets';
const sentenceFor = (error: unknown, url = URL_WITH_SECRET) => connectionTrouble(url, error).message;
const prefix = 'Cannot use the PostgreSQL database "pets" at db.example:6000: ';

describe('What is wrong with a connection', () => {
  it.each([
    [
      'a detail and a hint',
      Object.assign(new Error('out of cheese.'), { detail: 'There is\n  none left.', hint: 'Buy some.' }),
      'out of cheese; There is none left; Buy some.',
    ],
    [
      'a code and words that say more',
      Object.assign(new Error('no entry for host "10.0.0.9", user "ann", no encryption'), { code: '28000' }),
      'it does not let this user in (no entry for host "10.0.0.9", user "ann", no encryption).',
    ],
    ['several lines', new Error('first\nsecond'), 'first second.'],
    [
      'several addresses that fail each in its way',
      new AggregateError([new Error('one'), new Error('two'), new Error('one')]),
      'one; two.',
    ],
    [
      'the whereabouts of Prisma’s engine',
      new Error('ERROR: permission denied for schema pets\n   0: engine::x\n  at x.rs:1\n  1: engine::y'),
      'this user lacks a right; make it the owner of the database (permission denied for schema pets).',
    ],
    [
      'a parameter that a pooler refuses',
      Object.assign(new Error('unsupported startup parameter: options'), { code: '08P01' }),
      'the pooler in front of it refuses a parameter; leave it out of the URL, or name it in ignore_startup_parameters of PgBouncer (unsupported startup parameter: options).',
    ],
    ['a timeout', new Error('timeout expired'), 'it does not answer in time (timeout expired).'],
  ])('is said to the end where there is %s', (_, error, reason) => {
    expect(sentenceFor(error)).toBe(prefix + reason);
  });

  it.each([
    ['postgresql://localhost/pets?host=/run/pg&port=6001', 'the PostgreSQL database "pets" at /run/pg:6001'],
    ['postgresql://h/pets?schema=dogs', 'the schema "dogs" of the PostgreSQL database "pets" at h:5432'],
    ['postgresql://h/100%25', 'the PostgreSQL database "100%" at h:5432'],
    ['postgresql://h/100%', 'the PostgreSQL database "100%" at h:5432'],
    ['nonsense', 'the PostgreSQL of a malformed connection URL'],
  ])('is said of %s by its right name', (url, name) => {
    expect(sentenceFor(new Error('broken'), url)).toBe(`Cannot use ${name}: broken.`);
  });

  it('never repeats the password', () => {
    expect(sentenceFor(new Error('broken'))).not.toContain('hunter2');
  });
});
