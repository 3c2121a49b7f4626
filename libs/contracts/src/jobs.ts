import { z } from 'zod';
import { company } from './companies';
import * as field from './fields';

const jobId = z.int().positive();

/** On the wire equity is always the canonical string. */
const equity = z.string().nullable();

/** A job as its company's page lists it. */
export const jobSummary = z.object({ id: jobId, title: field.title, salary: field.salary, equity });

export const job = jobSummary.extend({ companyHandle: field.handle });

/** A job as the list of all jobs shows it. */
export const jobListing = job.extend({ companyName: field.companyName });

export const jobDetail = jobSummary.extend({ company });

export const newJob = z.strictObject({
  title: field.title,
  companyHandle: field.handle,
  salary: field.salary.default(null),
  equity: field.equity.default(null),
});

export const jobChanges = z.strictObject({ title: field.title, salary: field.salary, equity: field.equity }).partial();

export const jobFilter = z.strictObject({
  title: field.substring.optional(),
  minSalary: field.bound,
  hasEquity: field.flag.default(false),
  limit: field.limit,
  offset: field.offset,
});

export type JobSummary = z.output<typeof jobSummary>;
export type Job = z.output<typeof job>;
export type JobListing = z.output<typeof jobListing>;
export type JobDetail = z.output<typeof jobDetail>;
export type NewJob = z.output<typeof newJob>;
export type JobChanges = z.output<typeof jobChanges>;
export type JobFilter = z.output<typeof jobFilter>;
