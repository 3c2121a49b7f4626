import { Failure } from '@jobly/lab/instrument';
import { requireRoom } from './room';

it('a disk that is too small is refused with what to do, before anything is written to it', async () => {
  await expect(requireRoom(100, 100)).resolves.toBeUndefined();
  const tooMuch = requireRoom(1e12, 1e6);
  await expect(tooMuch).rejects.toThrow(Failure);
  await expect(tooMuch).rejects.toThrow(/^Tables of 1,000,000,000,000 rows need .* MB of disk, and .* set TMPDIR/);
});
