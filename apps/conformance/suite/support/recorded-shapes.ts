/** The shape of an answer: its status, its keys, and the keys of its value if that is a single object. */
interface Reply {
  status: number;
  keys: string[];
  inner?: string[];
}

interface Sent {
  /** The token that is sent; "stale": the text that a front end makes of a missing token. */
  as?: 'user' | 'admin' | 'stale';
  body?: { type: string; text: string };
}

/** A request as a public front end of the classic API sends it: only its shape, and nobody's code. */
export interface Shape extends Sent {
  /** The user's action in the browser. */
  action: string;
  method: string;
  path: string;
  reply: Reply;
}

/**
 * In the sent data, `{username}`, `{password}`, `{handle}`, `{name}`, `{title}` and `{id}` stand for records of the
 * test's own.
 */
function shape(action: string, line: string, reply: Reply, sent: Sent = {}): Shape {
  const [method = '', path = ''] = line.split(' ');
  return { action, method, path, reply, ...sent };
}

const json = (text: string) => ({ body: { type: 'application/json', text } });
const form = (text: string) => ({ body: { type: 'application/x-www-form-urlencoded', text } });
const plain = (text: string) => ({ body: { type: 'text/plain;charset=UTF-8', text } });

const asUser = { as: 'user' } as const;
const asAdmin = { as: 'admin' } as const;
const stale = { as: 'stale' } as const;

const userKeys = ['email', 'firstName', 'isAdmin', 'lastName', 'username'];
const companyKeys = ['description', 'handle', 'logoUrl', 'name', 'numEmployees'];
const error = (status: number) => ({ status, keys: ['error'], inner: ['message', 'status'] });
const loggedIn = { status: 200, keys: ['token'] };
const signedUp = { status: 201, keys: ['token'] };
const profile = { status: 200, keys: ['user'], inner: ['applications', ...userKeys] };
const saved = { status: 200, keys: ['user'], inner: userKeys };
const deleted = { status: 200, keys: ['deleted'] };
const applied = { status: 200, keys: ['applied'] };
const users = { status: 200, keys: ['users'] };
const companies = { status: 200, keys: ['companies'] };
const company = { status: 200, keys: ['company'], inner: [...companyKeys, 'jobs'] };
const added = { status: 201, keys: ['company'], inner: companyKeys };
const jobs = { status: 200, keys: ['jobs'] };
const job = { status: 200, keys: ['job'], inner: ['company', 'equity', 'id', 'salary', 'title'] };

/** `{new}` is an unused name, `{short}` the shortest password that their forms allow. */
const registration = (username: string, email = 'someone@example.com') =>
  json(`{"username":"${username}","password":"{short}","firstName":"Some","lastName":"One","email":"${email}"}`);
const credentials = json('{"username":"{username}","password":"{password}"}');
const names = '"firstName":"An","lastName":"Other","email":"an@other.example"';

export const shapes: Shape[] = [
  shape('signs up', 'POST /auth/register', signedUp, registration('{new}')),
  shape('signs up, a stale token beside', 'POST /auth/register', signedUp, { ...stale, ...registration('{new}') }),
  shape('signs up under an address', 'POST /auth/register', signedUp, registration('{new}@x.org')),
  shape('signs up under a full name', 'POST /auth/register', signedUp, registration('Zoë {new}')),
  shape('signs up with a short address', 'POST /auth/register', signedUp, registration('{new}', 'xyz@a.b')),
  shape('logs in', 'POST /auth/token', loggedIn, credentials),
  shape('logs in, a method spelled into the query', 'POST /auth/token?0=post&1=o', loggedIn, credentials),
  shape('logs in wrongly', 'POST /auth/token', error(401), json('{"username":"{username}","password":"x"}')),

  shape('comes back', 'GET /users/{username}', profile, asUser),
  shape('comes back, named twice', 'GET /users/{username}?username={username}', profile, asUser),
  shape('comes back, the token in the query', 'GET /users/{username}?_token=x.y.z&_token=x.y.z', profile, asUser),
  shape('comes back, a type without a body', 'GET /users/{username}', profile, { ...asUser, ...json('') }),
  shape('comes back with a stale token', 'GET /users/{username}', error(401), stale),
  shape('saves the profile', 'PATCH /users/{username}', saved, { ...asUser, ...json(`{${names}}`) }),
  shape('saves the profile, the password with it', 'PATCH /users/{username}?tab=profile', saved, {
    ...asUser,
    ...json(`{${names},"password":"{password}"}`),
  }),
  shape('leaves', 'DELETE /users/{username}', deleted, { ...asUser, ...json('{"username":"{username}"}') }),

  shape('lists companies', 'GET /companies', companies),
  shape('lists companies with a stale token', 'GET /companies', companies, { ...stale, ...json('') }),
  shape('looks for a company', 'GET /companies?name={name}', companies),
  shape('looks for a company by the other key', 'GET /companies?nameLike={name}', companies),
  shape('clears the search', 'GET /companies?name=', companies),
  shape('clears all of the search', 'GET /companies?nameLike=&minEmployees=&maxEmployees=', companies),
  shape('fills in one end', 'GET /companies?nameLike=&minEmployees=7&maxEmployees=', companies),
  shape('fills in the other', 'GET /companies?minEmployees=&maxEmployees=7', companies),
  shape('searches by what is no filter', 'GET /companies?handle={handle}', error(400)),
  shape('opens a company', 'GET /companies/{handle}', company),
  shape('opens a company past the cache', 'GET /companies/{handle}?_=1719403200000', company),
  shape('opens a company, named twice', 'GET /companies/{handle}?handle={handle}', company, json('{}')),

  shape('lists jobs', 'GET /jobs', jobs),
  shape('looks for a job', 'GET /jobs?title={title}', jobs),
  shape('clears all of the search for jobs', 'GET /jobs?title=&minSalary=&hasEquity=', jobs),
  shape('takes the tick from equity', 'GET /jobs?title={title}&hasEquity=false', jobs),
  shape('opens a job', 'GET /jobs/{id}', job),
  shape('opens a job past the cache', 'GET /jobs/{id}?_=1719403200000', job),

  // Front ends send many different bodies to this operation, more than to any other.
  shape('applies', 'POST /users/{username}/jobs/{id}', applied, asUser),
  ...[
    json('{}'),
    json('null'),
    json('{"jobId":{id}}'),
    json('{"jobId":{id},"user":{"username":"{username}"}}'),
    json('{"applied":true}'),
    json('[{id}]'),
    json('[object Object]'),
    plain('{id}'),
    form('username={username}&jobId={id}'),
  ].map((sent) =>
    shape(`applies with ${sent.body.text}`, 'POST /users/{username}/jobs/{id}', applied, { ...asUser, ...sent }),
  ),
  shape('applies with a query', 'POST /users/{username}/jobs/{id}?id={id}&id={id}', applied, asUser),

  shape('lists users by the page', 'GET /users?limit=10&page=1', users, asAdmin),
  shape('adds a company', 'POST /companies', added, {
    ...asAdmin,
    ...json('{"handle":"{new}_x","name":"{new} & Co","description":"","numEmployees":null}'),
  }),
  shape('deletes a job', 'DELETE /jobs/{id}?id={id}', deleted, { ...asAdmin, ...json('{"id":{id}}') }),
  shape('deletes a company', 'DELETE /companies/{handle}', deleted, { ...asAdmin, ...json('{"data":{}}') }),
];
