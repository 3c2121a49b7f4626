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

/** Whatever an answer may hold. Which of it an answer does hold, and what else, is for the tests to find out. */
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
