import type { Reply } from './api';

/** Details that no client may ever see: stack traces, SQL, and internal names. */
const INTERNALS =
  /node_modules|\bat \S+ \(|\.[jt]s:\d|prisma|postgres|\bselect\b.*\bfrom\b|ECONN|127\.0\.0\.1|localhost/i;

/** The only shape of an error: `{"error": {"message", "status"}}`, and no other keys. */
export function expectProblem(response: Reply, status: number, message?: string | RegExp) {
  const { body } = response;
  expect({ status: response.status, body }).toEqual({
    status,
    body: { error: { message: expect.anything(), status } },
  });
  expect(response.headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/json\b/) });
  if (status !== 400) expect(body.error.message).toEqual(expect.any(String));
  expect(sentences(body)).not.toHaveLength(0);
  for (const sentence of sentences(body)) expect(sentence).not.toMatch(INTERNALS);
  if (typeof message === 'string') expect(body.error.message).toBe(message);
  if (message instanceof RegExp) expect(sentences(body).join('\n')).toMatch(message);
}

/** A validation failure: an array of sentences, each naming one of these fields, and every field named. */
export function expectInvalid(response: Reply, ...fields: string[]) {
  expectProblem(response, 400);
  expect(response.body.error.message).toBeInstanceOf(Array);
  const names = (field: string) => (sentence: string) => new RegExp(`(?<!\\w)${field}(?!\\w)`).test(sentence);
  for (const field of fields) expect(sentences(response.body).filter(names(field))).not.toEqual([]);
  const strays = sentences(response.body).filter((sentence) => !fields.some((field) => names(field)(sentence)));
  expect(strays).toEqual([]);
}

function sentences({ error }: { error: { message: string | string[] } }): string[] {
  const message = [error.message].flat();
  for (const sentence of message) expect(sentence).toMatch(/\S/);
  return message;
}
