export interface Company {
  handle: string;
  name: string;
  description: string;
  numEmployees: number | null;
  logoUrl: string | null;
}

export interface JobSummary {
  id: number;
  title: string;
  salary: number | null;
  equity: string | null;
}

export interface Job extends JobSummary {
  companyHandle: string;
}

export interface User {
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  isAdmin: boolean;
}

/** Every field that an answer may hold. The tests check which of them an answer does hold, and what else. */
export interface Body {
  token: string;
  user: User & { applications: number[] };
  users: User[];
  company: Company & { jobs: JobSummary[] };
  companies: Company[];
  job: Job & { company: Company };
  jobs: (Job & { companyName: string })[];
  error: { message: string | string[]; status: number };
}
