import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: '`?schema=` in a database URL, so',
    replace: `\`industry\` of a company, also in \`GET /jobs/:id\`.
- \`?schema=\` in a database URL, so`,
  },
  {
    file: 'docs/api.md',
    anchor: 'description, numEmployees?, logoUrl?}`           |',
    replace: 'description}`, and optionally all others         |',
  },
  {
    file: 'docs/api.md',
    anchor: '`name, description, numEmployees, logoUrl`',
    replace: 'these but the handle                      ',
  },
  {
    file: 'docs/api.md',
    anchor: 'null                               |',
    replace: `null                               |
| \`industry\`                                  | 1–60 characters, or null                                                                                    |`,
  },
];
