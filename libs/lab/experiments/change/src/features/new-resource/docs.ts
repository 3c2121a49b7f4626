import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: '`?schema=` in a database URL, so',
    replace: `Saved jobs: \`/users/:username/saved-jobs\`.
- \`?schema=\` in a database URL, so`,
  },
  {
    file: 'README.md',
    anchor: 'applications, JWT authentication and eighteen',
    replace: 'applications, JWT authentication and twenty-one',
  },
  {
    file: 'docs/api.md',
    anchor: `
**Between services.** In the microservices, operations 8, 11, 14, 15 and 16 call a neighbour, and 13 and 18 send it an
event. A deletion is answered once the neighbour has handled its event. If the neighbour cannot be told in time, the
answer is a 504: the record is deleted, and what refers to it follows as soon as the neighbour is back. Until then a job
of a deleted company can still be changed. Only the users service is not waited for when a company is deleted: while it
is down, applications to the company's jobs may still be listed. Everything else is the same, except for values that are
new each time, such as tokens and ids.`,
    replace: `| 19  | \`GET /users/:username/saved-jobs\`                                                  | self, admin | 200 \`{savedJobs}\`, the ids                              |
| 20  | \`POST /users/:username/saved-jobs/:id\`                                             | self, admin | 200 \`{saved}\`; again is the same                        |
| 21  | \`DELETE /users/:username/saved-jobs/:id\`                                           | self, admin | 200 \`{removed}\`                                         |

**Between services.** In the microservices, operations 8, 11, 14, 15, 16 and 20 call a neighbour, and 13 and 18 send it
an event. A deletion is answered once the neighbour has handled its event. If the neighbour cannot be told in time, the
answer is a 504: the record is deleted, and what refers to it follows as soon as the neighbour is back. Until then a job
of a deleted company can still be changed. Only the users service is not waited for when a company is deleted: while it
is down, applications to the company's jobs may still be listed, and saved jobs. Everything else is the same, except for
values that are new each time, such as tokens and ids.`,
  },
];
