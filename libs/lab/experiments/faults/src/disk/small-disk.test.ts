import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallDisk } from './small-disk';

const disk = smallDisk(4);
afterAll(() => disk?.remove());

const text = 'x'.repeat(64 * 1_024);

// Only root may mount one.
(disk ? describe : describe.skip)('a small disk', () => {
  it('takes nothing more when it is full, keeps what it has, and takes more when it is emptied', () => {
    const { path, leave, empty } = disk!;
    writeFileSync(join(path, 'before'), text);
    leave(1);
    writeFileSync(join(path, 'meanwhile'), text);
    leave(0);
    expect(() => writeFileSync(join(path, 'full'), text)).toThrow('ENOSPC');
    expect(readFileSync(join(path, 'before'), 'utf8')).toBe(text);
    empty();
    writeFileSync(join(path, 'after'), text);
    expect(readFileSync(join(path, 'after'), 'utf8')).toBe(text);
  });

  it('leaves nothing behind', () => {
    const other = smallDisk(1)!;
    other.remove();
    expect(existsSync(other.path)).toBe(false);
  });
});
