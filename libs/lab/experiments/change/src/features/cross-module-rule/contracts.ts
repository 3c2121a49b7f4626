import type { Edit } from '../feature';

export const contracts: readonly Edit[] = [
  {
    file: 'libs/contracts/src/index.ts',
    anchor: `export type {
`,
    replace: `export type {
  ApplicationRegister,
`,
  },
  {
    file: 'libs/contracts/src/internal-operations.ts',
    anchor: "companyDeleted: eventDelivery('company-deleted'",
    replace: `jobHasApplications: operation({
    method: 'get',
    path: '/internal/jobs/:id/has-applications',
    owner: 'users',
    access: 'service',
    summary: 'ApplicationRegister.hasApplications',
    params: z.object({ id }),
    reply: z.object({ hasApplications: z.boolean() }),
  }),
  companyDeleted: eventDelivery('company-deleted'`,
  },
  {
    file: 'libs/contracts/src/openapi.ts',
    anchor: "409: 'It exists already',",
    replace: "409: 'It exists already, or others rely on it as it is',",
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: 'jobExists: { reply: { exists: true } },',
    replace: `jobExists: { reply: { exists: true } },
  jobHasApplications: { reply: { hasApplications: true } },`,
  },
  {
    file: 'libs/contracts/src/operations.test.ts',
    anchor: "'PATCH /jobs/:id · jobs · admin · 200',",
    replace: "'PATCH /jobs/:id · jobs · admin · 200 · 409',",
  },
  {
    file: 'libs/contracts/src/operations.test.ts',
    anchor: "'GET /internal/jobs/:id/exists · jobs · service · 200',",
    replace: `'GET /internal/jobs/:id/exists · jobs · service · 200',
      'GET /internal/jobs/:id/has-applications · users · service · 200',`,
  },
  {
    file: 'libs/contracts/src/operations.ts',
    anchor: `body: jobChanges,
    reply: z.object({ job }),`,
    replace: `body: jobChanges,
    reply: z.object({ job }),
    errors: [409],`,
  },
  {
    file: 'libs/contracts/src/ports.ts',
    anchor: `/**
 * The events of companies that the jobs service handles: they stand in for the foreign key. A handle can be taken`,
    replace: `/** The jobs module's view of applications. */
export interface ApplicationRegister {
  /** Whether anybody has applied to the job. */
  hasApplications(jobId: number): Promise<boolean>;
}

/**
 * The events of companies that the jobs service handles: they stand in for the foreign key. A handle can be taken`,
  },
];
