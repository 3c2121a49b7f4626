import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: '`?schema=` in a database URL, so',
    replace: `\`GET /jobs?minEmployees=\`: only jobs of companies of that size or more.
- \`?schema=\` in a database URL, so`,
  },
  {
    file: 'docs/api.md',
    anchor: '`?title&minSalary&hasEquity&limit&offset`                              |',
    replace: '`?title&minSalary&hasEquity&minEmployees&limit&offset`                 |',
  },
  {
    file: 'docs/api.md',
    anchor: 'filter                               |',
    replace: `filter                               |
| \`minEmployees\` of a job's company           | as above; 400 if more than 10,000 companies are that large, because they are too many to filter by          |`,
  },
];
