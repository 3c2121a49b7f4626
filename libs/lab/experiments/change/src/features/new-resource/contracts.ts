import type { Edit } from '../feature';

export const contracts: readonly Edit[] = [
  {
    file: 'libs/contracts/src/openapi.test.ts',
    anchor: "it('names all 18 operations, each",
    replace: "it('names all 21 operations, each",
  },
  {
    file: 'libs/contracts/src/openapi.test.ts',
    anchor: 'expect(described).toHaveLength(18);',
    replace: 'expect(described).toHaveLength(21);',
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: 'deleteJob: { reply: { deleted: 7 } },',
    replace: `deleteJob: { reply: { deleted: 7 } },
  listSavedJobs: { reply: { savedJobs: [1, 2] } },
  saveJob: { reply: { saved: 7 } },
  removeSavedJob: { reply: { removed: 7 } },`,
  },
  {
    file: 'libs/contracts/src/operations.test.ts',
    anchor: "'DELETE /jobs/:id · jobs · admin · 200',",
    replace: `'DELETE /jobs/:id · jobs · admin · 200',
      'GET /users/:username/saved-jobs · users · self · 200',
      'POST /users/:username/saved-jobs/:id · users · self · 200',
      'DELETE /users/:username/saved-jobs/:id · users · self · 200',`,
  },
  {
    file: 'libs/contracts/src/operations.test.ts',
    anchor: 'expect(forThemselves).toHaveLength(4);',
    replace: 'expect(forThemselves).toHaveLength(7);',
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: `reply: z.object({ deleted: z.int() }),
  }),`,
    replace: `reply: z.object({ deleted: z.int() }),
  }),
  listSavedJobs: operation({
    method: 'get',
    path: '/users/:username/saved-jobs',
    owner: 'users',
    access: 'self',
    summary: 'The jobs that a user has saved',
    params: byUsername,
    reply: z.object({ savedJobs: z.array(z.int()) }),
  }),
  saveJob: operation({
    method: 'post',
    path: '/users/:username/saved-jobs/:id',
    owner: 'users',
    access: 'self',
    summary: 'Save a job; once or several times is the same',
    params: byUsername.extend({ id }),
    reply: z.object({ saved: z.int() }),
  }),
  removeSavedJob: operation({
    method: 'delete',
    path: '/users/:username/saved-jobs/:id',
    owner: 'users',
    access: 'self',
    summary: 'Remove a job from those that a user has saved',
    params: byUsername.extend({ id }),
    reply: z.object({ removed: z.int() }),
  }),`,
  },
];
