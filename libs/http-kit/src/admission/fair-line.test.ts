import { fairLine } from './fair-line';

/** A line of entries that are named after their customers: `a1` is the first of `a`. */
function lineOf(...entries: string[]) {
  const line = fairLine<string>();
  for (const entry of entries) line.join(entry[0]!, entry);
  return line;
}

const served = (line: ReturnType<typeof lineOf>) => Array.from({ length: line.length }, () => line.next());

describe('a fair line', () => {
  it('serves customers in turn, and each in the order of arrival', () => {
    expect(served(lineOf('a1', 'a2', 'a3', 'b1', 'c1', 'b2'))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('gives whoever comes back no turn before those who wait', () => {
    const line = lineOf('a1', 'b1', 'c1');
    expect(line.next()).toBe('a1');
    line.join('a', 'a2');
    expect(served(line)).toEqual(['b1', 'c1', 'a2']);
  });

  it('knows who has waited longest, of all customers', () => {
    const line = lineOf('a1', 'b1', 'a2');
    expect(line.oldest()).toBe('a1');
    line.next();
    line.next();
    expect(line.oldest()).toBe('a2');
    line.next();
    expect(line.oldest()).toBeUndefined();
  });

  it('lets anyone leave, wherever they stand', () => {
    const line = lineOf('a1', 'a2', 'b1', 'a3');
    line.leave('a2');
    line.leave('b1');
    line.leave('nobody');
    expect([line.length, line.lengthOf('a'), line.lengthOf('b')]).toEqual([2, 2, 0]);
    expect(served(line)).toEqual(['a1', 'a3']);
  });

  it('that is empty has no next one', () => {
    const line = lineOf();
    expect([line.length, line.next(), line.oldest()]).toEqual([0, undefined, undefined]);
  });
});
