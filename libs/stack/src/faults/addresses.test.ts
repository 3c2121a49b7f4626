import { blueprints } from '../topology';
import { addressesOf } from './addresses';

const part = (name: string) => blueprints.find((one) => one.name === name)!;

test('a part is told apart from the neighbours and the database that it connects to', () => {
  const environment = {
    USERS_URL: 'http://127.0.0.1:3011',
    COMPANIES_URL: 'https://companies.example',
    JOBS_URL: 'http://127.0.0.1:3013',
    JOBS_DATABASE_URL: 'postgresql://jobly:secret@127.0.0.1:5433/jobly_jobs?sslmode=disable',
  };
  expect([...addressesOf(part('jobs'), environment)]).toEqual([
    ['users', '127.0.0.1:3011'],
    ['companies', 'companies.example:443'],
    ['database', '127.0.0.1:5433'],
  ]);
});

test('one process may have several modules, and a database without an address in a variable cannot be cut', () => {
  const environment = { COMPANIES_URL: 'http://127.0.0.1:3022', JOBS_URL: 'http://127.0.0.1:3022' };
  expect([...addressesOf(part('accounts'), environment)]).toEqual([['catalogue', '127.0.0.1:3022']]);
});
