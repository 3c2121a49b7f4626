import { progressOn } from './progress';

function shownOn({ isTTY, total, upTo = total }: { isTTY: boolean; total: number; upTo?: number }) {
  const written: string[] = [];
  const progress = progressOn({ isTTY, write: (text: string) => written.push(text) > 0 }, total);
  for (let done = 1; done <= upTo; done += 1) progress.show(done);
  return written;
}

test('a log gets ten lines, without control characters', () => {
  const lines = shownOn({ isTTY: false, total: 1_000 });
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('1000 of 1000 requests\n');
  expect(lines.join('')).not.toContain('\x1b');
});

test('a log gets every one of a few', () => {
  expect(shownOn({ isTTY: false, total: 3 })).toHaveLength(3);
});

test('a terminal has one line, which ends with the last', () => {
  const written = shownOn({ isTTY: true, total: 20 }).join('');
  expect(written.match(/\n/g)).toHaveLength(1);
  expect(written).toMatch(/20 of 20 requests\n$/);
});
