import { as } from './support/api';
import { rawRequest } from './support/raw-request';
import { type Shape, shapes } from './support/recorded-shapes';
import { aCompany, aJob, asAdmin, aUser, unique } from './support/records';
import { capabilities } from './support/target';

/** The origin of a front end of the classic API during development. */
const ORIGIN = 'http://localhost:3000';

/** Records that a shape may name, and the headers of the possible senders. */
async function aScene() {
  const [{ username, password, token }, { handle, name }] = await Promise.all([aUser(), aCompany()]);
  const { id, title } = await aJob({ companyHandle: handle });
  const short = 'plum'.padEnd(capabilities.passwordMinLength, '!');
  const named: Record<string, string | number> = {
    ...{ username, password, handle, name, title, id },
    ...{ new: unique('n'), short },
  };
  const callers = { user: as(token), admin: await asAdmin(), stale: { Authorization: 'Bearer undefined' } };
  const fill = (text: string, escape: (value: string | number) => string = String) =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in named ? escape(named[key]!) : whole));
  return { callers, fill };
}

async function send({ method, path, body, as: caller }: Shape) {
  const { callers, fill } = await aScene();
  const text = body && fill(body.text);
  const response = await rawRequest({
    method,
    path: fill(path, encodeURIComponent),
    headers: {
      Accept: 'application/json, text/plain, */*',
      Origin: ORIGIN,
      ...(caller && callers[caller]),
      ...(body && { 'Content-Type': body.type }),
      ...(text && { 'Content-Length': String(Buffer.byteLength(text)) }),
    },
    ...(text && { body: text }),
  });
  const origin = response.headers['access-control-allow-origin'];
  return { status: response.status, body: JSON.parse(response.text) as Record<string, unknown>, origin };
}

const keysOf = (value: unknown) => Object.keys(value as object).sort();

describe('a front end of the classic API', () => {
  it.each(shapes)('$method $path: somebody $action', async (shape) => {
    const { status, body, origin } = await send(shape);
    const { status: expected, keys, inner } = shape.reply;
    expect({ status, body }).toEqual({ status: expected, body: expect.anything() });
    expect(keysOf(body)).toEqual([...keys].sort());
    if (inner) expect(keysOf(Object.values(body)[0])).toEqual([...inner].sort());
    expect(['*', ORIGIN]).toContain(origin);
  });
});
