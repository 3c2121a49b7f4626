import { createDrawings } from './drawings';

test('the code is read once, and again only if it could not be read', async () => {
  let times = 0;
  const drawings = createDrawings(async () => {
    times += 1;
    if (times === 1) throw new Error('no sources');
    return { monolith: { boxes: [], arrows: [] } };
  });
  await expect(drawings()).rejects.toThrow('The code that the pictures are drawn from is unavailable');
  expect(await drawings()).toEqual(await drawings());
  expect(times).toBe(2);
});
