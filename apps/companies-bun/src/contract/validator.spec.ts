import { describe, expect, test } from 'bun:test';
import { betweenParameters } from '../companies/handlers';
import { Problem } from '../problem';
import { operationOf } from './document';
import { queryReader } from './query';
import { checker } from './validator';

const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.detail : error;
  }
  return 'nothing is refused';
};
const checkNew = checker(operationOf('createCompany').body!, 'body');
const acme = { handle: 'acme', name: 'Acme', description: '' };
const refused = (changes: object) => refusal(() => checkNew({ ...acme, ...changes }));

describe('a body', () => {
  test('gets the defaults of the document', () => {
    const body = { ...acme };
    checkNew(body);
    expect(body).toEqual({ ...acme, numEmployees: null, logoUrl: null } as never);
  });

  test('is told all its problems, in the order of the fields, unknown ones last', () => {
    const body = { nope: 1, logoUrl: 'x', numEmployees: 'a', name: '', handle: 'A B' };
    expect(refusal(() => checkNew(body))).toEqual([
      'handle must have 1 to 25 of a–z 0–9 _ -',
      'name must have 1 to 100 characters',
      'description is required',
      'numEmployees must be of type number',
      'logoUrl must be an absolute http(s) URL or a path from /',
      'nope is not a known field',
    ]);
  });

  test('counts characters as people do', () => {
    expect(refused({ name: '👍'.repeat(100) })).toBe('nothing is refused');
    expect(refused({ name: '👍'.repeat(101) })).toEqual(['name must have 1 to 100 characters']);
  });

  test.each([
    ['a\0b', 'must not contain NUL characters'],
    ['\ud800', 'must be well-formed Unicode'],
  ])('holds no text that no database stores: %j', (name, problem) => {
    expect(refused({ name })).toEqual([`name ${problem}`]);
  });

  test.each(['//acme', 'ftp://acme', 'http://[', 'https://a b', 'HTTP:/a'])('has no logo at %s', (logoUrl) => {
    expect(refused({ logoUrl })).toEqual(['logoUrl must be an absolute http(s) URL or a path from /']);
  });

  test.each([
    [1.5, 'be of type integer'],
    [-1, 'be at least 0'],
    [2_147_483_648, 'be at most 2147483647'],
  ])('employs no %d people', (numEmployees, rule) => {
    expect(refused({ numEmployees })).toEqual([`numEmployees must ${rule}`]);
  });

  test('is an object', () => {
    expect(refusal(() => checkNew([]))).toEqual(['The body must be of type object']);
  });
});

describe('a query', () => {
  const read = queryReader(operationOf('listCompanies'), betweenParameters['listCompanies']);

  test('has numbers where the document wants them, and its defaults', () => {
    expect(read('minEmployees=5&nameLike=5&offset=2')).toEqual({
      minEmployees: 5,
      nameLike: '5',
      offset: 2,
      limit: 1_000,
    });
  });

  test('takes an empty bound for none, but no empty limit', () => {
    expect(read('minEmployees=&limit=1')).toEqual({ limit: 1, offset: 0 });
    expect(refusal(() => read('limit='))).toEqual(['limit must be a whole number']);
  });

  test.each([
    ['limit=1&limit=2', 'limit must be given once'],
    ['limit=0', 'limit must be at least 1'],
    ['limit=1e2', 'limit must be a whole number'],
    ['maxEmployees=-1', 'maxEmployees must be a whole number'],
    ['__proto__=1', '__proto__ is not a known field'],
    ['minEmployees=2&maxEmployees=1', 'minEmployees must not be greater than maxEmployees'],
    ['name=a&nameLike=b', 'name is an alias of nameLike; give one of the two'],
  ])('%s is refused', (search, problem) => {
    expect(refusal(() => read(search))).toEqual([problem]);
  });

  test('of an operation without one is ignored', () => {
    expect(queryReader(operationOf('getCompany'))('anything=1')).toEqual({});
  });
});
