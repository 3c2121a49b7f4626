import { dataCohesion } from './data-cohesion';
import { interfaceCount } from './interface-count';
import { usageCohesion } from './usage-cohesion';

const operations = [
  { name: 'find', takes: ['id'], returns: 'job' },
  { name: 'update', takes: ['id', 'changes'], returns: 'job' },
  { name: 'create', takes: ['job'], returns: 'job' },
  { name: 'clear', takes: [], returns: null },
];

describe('the interface of a service', () => {
  it('counts its operations', () => {
    expect(interfaceCount(operations)).toBe(4);
  });

  it('is cohesive in data where pairs share parameter types and return types', () => {
    // Of six pairs one shares a parameter, and three return the same.
    expect(dataCohesion(operations)).toBe(4 / 12);
    expect(dataCohesion(operations.slice(0, 1))).toBeNull();
  });

  it('does not take two operations that return nothing for returning the same', () => {
    const nothing = { takes: [], returns: null };
    expect(
      dataCohesion([
        { name: 'a', ...nothing },
        { name: 'b', ...nothing },
      ]),
    ).toBe(0);
  });

  it('is cohesive in use where every client uses all of it', () => {
    const names = ['a', 'b', 'c', 'd'];
    const usedBy = new Map([
      ['one', new Set(['a', 'b', 'c', 'd'])],
      ['other', new Set(['a', 'elsewhere'])],
    ]);
    expect(usageCohesion(names, usedBy)).toBe(5 / 8);
    expect(usageCohesion(names, new Map())).toBeNull();
  });
});
