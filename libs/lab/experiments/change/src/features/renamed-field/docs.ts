import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: 'Figures come from several launches',
    replace: `\`numEmployees\` of a company is now \`employees\`. The former name is still accepted and answered.
- Figures come from several launches`,
  },
  {
    file: 'docs/api.md',
    anchor: 'numEmployees?, logoUrl?}`           |',
    replace: 'employees?, logoUrl?}`              |',
  },
  {
    file: 'docs/api.md',
    anchor: 'description, numEmployees, logoUrl`',
    replace: 'description, employees, logoUrl`   ',
  },
  {
    file: 'docs/api.md',
    anchor: '`numEmployees`, `salary`                    |',
    replace: `\`numEmployees\`                              | the former name of \`employees\`, still accepted and answered                                                 |
| \`employees\`, \`salary\`                       |`,
  },
];
