import pg from 'pg';
import { STRIDE, variety } from './records';
import type { DataSize } from './size';
import { words } from './words';

/** The tables that hold the records, in the order in which foreign keys allow for filling them. */
export type Table = 'companies' | 'jobs' | 'users' | 'applications';
export const tables: readonly Table[] = ['companies', 'jobs', 'users', 'applications'];

/**
 * The statement that makes the rows of a table: the same rows in every database, since plain arithmetic makes them.
 * `jobsOf` and `companiesOf` name the same records.
 */
export const rows: Readonly<Record<Table, (size: DataSize) => string>> = {
  companies: ({ companies }) => `
    INSERT INTO companies (handle, name, description, num_employees, logo_url)
    SELECT ${handle('index', 'founder', 'form')},
           concat_ws(' ', founder, partner, form, town),
           concat_ws(' ', founder, 'and', partner, 'lead this house of', lower(form), 'in', town || ',',
                     'which was founded in', 1950 + index % 70, 'and has customers in many countries.'),
           CASE WHEN index % 10 <> 9 THEN (index * 37) % 1000 + 1 END,
           CASE WHEN index % 3 <> 2 THEN '/logos/' || index || '.svg' END
    FROM generate_series(0, ${companies - 1}) AS index
    ${companyWords('index')}`,

  jobs: ({ jobs, companies }) => `
    INSERT INTO jobs (id, title, salary, equity, company_handle)
    SELECT id,
           concat_ws(' ', ${word('levels', 'code')}, ${word('fields', `code / ${words.levels.length}`)},
                     ${word('roles', `code / ${words.levels.length * words.fields.length}`)}),
           CASE WHEN id % 8 <> 3 THEN 30000 + (id * 7907) % 241 * 500 END,
           CASE id / 3 % 4 WHEN 0 THEN 0 WHEN 1 THEN NULL ELSE trim_scale(((id * 31) % 50 + 1) / 1000.0) END,
           ${handle('index', 'founder', 'form')}
    FROM generate_series(1, ${jobs}::bigint) AS id
    CROSS JOIN LATERAL (SELECT id * ${STRIDE} % ${variety.titles}) AS titled (code)
    CROSS JOIN LATERAL (SELECT ${skewed('id', 2_654_435_761, companies)}) AS chosen (index)
    ${companyWords('index')}`,

  users: ({ users }) => `
    INSERT INTO users (username, password_hash, first_name, last_name, email, is_admin, account)
    SELECT username, password_hash, first, last, username || '@example.com', false, md5(username)::uuid
    FROM generate_series(1, ${users}) AS index
    ${userNames('index')}
    CROSS JOIN (SELECT password_hash FROM users WHERE username = 'testuser') AS known
    ORDER BY username`,

  applications: ({ jobs, users }) => `
    INSERT INTO applications (username, job_id)
    SELECT 'testuser', id FROM unnest(ARRAY[3, 14, 59]) AS id
    UNION ALL
    (SELECT username, id
     FROM generate_series(1, ${jobs}::bigint) AS id
     CROSS JOIN LATERAL (SELECT 1 + ${skewed('id', 1_640_531_527, users)}) AS chosen (index)
     ${userNames('index')}
     ORDER BY username, id)`,
};

/**
 * Some of `count` have many, most have few: with a million among a hundred thousand, the first has some hundreds and
 * the last six.
 */
const skewed = (id: string, multiplier: number, count: number) =>
  `floor(${count} * power((${id} * ${multiplier} % 4294967296) / 4294967296.0::float8, 1.5))::int`;

const word = (list: keyof typeof words, code: string) =>
  `(ARRAY[${words[list].map((each) => pg.escapeLiteral(each)).join()}])[1 + ${code} % ${words[list].length}]`;

const handle = (index: string, founder: string, form: string) =>
  `lower(${founder} || '-' || ${form} || '-' || ${index})`;

/** Adds the words of a company's name. */
function companyWords(index: string): string {
  const founders = words.founders.length;
  const code = `(${index}::bigint * ${STRIDE} % ${variety.names})`;
  return `CROSS JOIN LATERAL (SELECT
    ${word('founders', code)},
    ${word('founders', `${code} / ${founders}`)},
    ${word('forms', `${code} / ${founders ** 2}`)},
    ${word('towns', `${code} / ${founders ** 2 * words.forms.length}`)}
  ) AS company (founder, partner, form, town)`;
}

/** Adds the names of a user. */
function userNames(index: string): string {
  const names = `${word('firstNames', index)}, ${word('founders', `${index} / ${words.firstNames.length}`)}`;
  return `CROSS JOIN LATERAL (SELECT ${names}) AS named (first, last)
    CROSS JOIN LATERAL (SELECT lower(first || '.' || last || '.' || ${index})) AS called (username)`;
}
