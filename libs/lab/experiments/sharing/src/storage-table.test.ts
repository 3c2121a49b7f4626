import { storageTable } from './storage-table';

it('copies are shown beside what they are copies of, with the bytes of a row', () => {
  const { rows } = storageTable([
    { what: 'companies', original: { rows: 50, bytes: 5_000 }, copies: { rows: 50, bytes: 9_990 } },
    { what: 'jobs', original: { rows: 200, bytes: 10_000 }, copies: { rows: 0, bytes: 0 } },
  ]);
  expect(rows).toEqual([
    ['companies', '50', '100', '50', '200'],
    ['jobs', '200', '50', '0', '–'],
  ]);
});
