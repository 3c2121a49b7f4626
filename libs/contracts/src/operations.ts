import { z } from 'zod';
import { company, companyChanges, companyFilter, newCompany } from './companies';
import { handle, id, username } from './fields';
import { job, jobChanges, jobDetail, jobFilter, jobListing, jobSummary, newJob } from './jobs';
import { operation } from './operation';
import { credentials, newUser, profile, registration, token, user, userChanges } from './users';

const byUsername = z.object({ username });
const byHandle = z.object({ handle });
const byId = z.object({ id });

/** The public API: the 18 operations, in the order of the reference table in docs/api.md. */
export const operations = {
  logIn: operation({
    method: 'post', path: '/auth/token', owner: 'users', access: 'anyone',
    summary: 'Exchange username and password for a token',
    body: credentials, reply: z.object({ token }), errors: [401, 429],
  }),
  register: operation({
    method: 'post', path: '/auth/register', owner: 'users', access: 'anyone',
    summary: 'Sign up; never as an admin',
    body: registration, status: 201, reply: z.object({ token }), errors: [409, 429],
  }),
  createUser: operation({
    method: 'post', path: '/users', owner: 'users', access: 'admin',
    summary: 'Add a user, possibly an admin',
    body: newUser, status: 201, reply: z.object({ user, token }), errors: [409],
  }),
  listUsers: operation({
    method: 'get', path: '/users', owner: 'users', access: 'admin',
    summary: 'All users by username',
    reply: z.object({ users: z.array(user) }),
  }),
  getUser: operation({
    method: 'get', path: '/users/:username', owner: 'users', access: 'self',
    summary: 'A user and the jobs applied to',
    params: byUsername, reply: z.object({ user: profile }),
  }),
  updateUser: operation({
    method: 'patch', path: '/users/:username', owner: 'users', access: 'self',
    summary: 'Change a user',
    params: byUsername, body: userChanges, reply: z.object({ user }),
  }),
  deleteUser: operation({
    method: 'delete', path: '/users/:username', owner: 'users', access: 'self',
    summary: 'Delete a user and their applications',
    params: byUsername, reply: z.object({ deleted: username }),
  }),
  applyToJob: operation({
    method: 'post', path: '/users/:username/jobs/:id', owner: 'users', access: 'self',
    summary: 'Apply to a job',
    params: byUsername.extend({ id }), reply: z.object({ applied: z.int() }), errors: [409],
  }),
  createCompany: operation({
    method: 'post', path: '/companies', owner: 'companies', access: 'admin',
    summary: 'Add a company',
    body: newCompany, status: 201, reply: z.object({ company }), errors: [409],
  }),
  listCompanies: operation({
    method: 'get', path: '/companies', owner: 'companies', access: 'anyone',
    summary: 'Companies by name, filtered',
    query: companyFilter, reply: z.object({ companies: z.array(company) }),
  }),
  getCompany: operation({
    method: 'get', path: '/companies/:handle', owner: 'companies', access: 'anyone',
    summary: 'A company and its jobs',
    params: byHandle, reply: z.object({ company: company.extend({ jobs: z.array(jobSummary) }) }),
  }),
  updateCompany: operation({
    method: 'patch', path: '/companies/:handle', owner: 'companies', access: 'admin',
    summary: 'Change a company',
    params: byHandle, body: companyChanges, reply: z.object({ company }), errors: [409],
  }),
  deleteCompany: operation({
    method: 'delete', path: '/companies/:handle', owner: 'companies', access: 'admin',
    summary: 'Delete a company, its jobs and their applications',
    params: byHandle, reply: z.object({ deleted: handle }),
  }),
  createJob: operation({
    method: 'post', path: '/jobs', owner: 'jobs', access: 'admin',
    summary: 'Add a job to a company',
    body: newJob, status: 201, reply: z.object({ job }),
  }),
  listJobs: operation({
    method: 'get', path: '/jobs', owner: 'jobs', access: 'anyone',
    summary: 'Jobs by title, filtered',
    query: jobFilter, reply: z.object({ jobs: z.array(jobListing) }),
  }),
  getJob: operation({
    method: 'get', path: '/jobs/:id', owner: 'jobs', access: 'anyone',
    summary: 'A job and its company',
    params: byId, reply: z.object({ job: jobDetail }),
  }),
  updateJob: operation({
    method: 'patch', path: '/jobs/:id', owner: 'jobs', access: 'admin',
    summary: 'Change a job',
    params: byId, body: jobChanges, reply: z.object({ job }),
  }),
  deleteJob: operation({
    method: 'delete', path: '/jobs/:id', owner: 'jobs', access: 'admin',
    summary: 'Delete a job and the applications to it',
    params: byId, reply: z.object({ deleted: z.int() }),
  }),
};
