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
event. Events travel after the answer: for some milliseconds (or until a neighbour that is down is back), an application
may still be listed although its job is gone. Everything else is the same, except for values that are new each time,
such as tokens and ids.`,
    replace: `| 19  | \`GET /users/:username/saved-jobs\`                                                  | self, admin | 200 \`{savedJobs}\`, the ids                              |
| 20  | \`POST /users/:username/saved-jobs/:id\`                                             | self, admin | 200 \`{saved}\`; again is the same                        |
| 21  | \`DELETE /users/:username/saved-jobs/:id\`                                           | self, admin | 200 \`{removed}\`                                         |

**Between services.** In the microservices, operations 8, 11, 14, 15, 16 and 20 call a neighbour, and 13 and 18 send it
an event. Events travel after the answer: for some milliseconds (or until a neighbour that is down is back), an
application or a saved job may still be listed although the job is gone. Everything else is the same, except for values
that are new each time, such as tokens and ids.`,
  },
];
