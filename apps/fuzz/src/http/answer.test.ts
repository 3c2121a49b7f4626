import { answerIn } from './answer';

const read = (text: string, { method = 'GET', ended = false } = {}) => answerIn(Buffer.from(text), { method, ended });

const head = (...lines: string[]) => [...lines, '', ''].join('\r\n');

test('an answer is read once all of it is there', () => {
  const text = `${head('HTTP/1.1 200 OK', 'Content-Length: 4', 'X: 1', 'x:  2 ')}{"ä"`;
  const bytes = Buffer.from(text);
  for (let end = 0; end < bytes.length - 1; end += 1) {
    expect(answerIn(bytes.subarray(0, end), { method: 'GET', ended: false })).toBeUndefined();
  }
  expect(read(text)).toEqual({ status: 200, headers: { 'content-length': '4', x: '1, 2' }, body: '{"ä' });
});

test('chunks are put together', () => {
  const chunked = head('HTTP/1.1 201 Created', 'Transfer-Encoding: chunked');
  expect(read(`${chunked}3\r\n{"a\r\n2;x=y\r\n":\r\n0\r\n\r\n`)?.body).toBe('{"a":');
  expect(read(`${chunked}3\r\n{"a\r\n2\r\n":\r\n`)).toBeUndefined();
});

test('a body without a length ends with the connection, one that breaks off is none', () => {
  const open = `${head('HTTP/1.1 200 OK', 'X: 1')}all`;
  expect(read(open)).toBeUndefined();
  expect(read(open, { ended: true })?.body).toBe('all');
  expect(read(`${head('HTTP/1.1 200 OK', 'Content-Length: 9')}all`, { ended: true })).toBeUndefined();
});

test('an answer to HEAD, and one of no content, has no body whatever its length', () => {
  expect(read(head('HTTP/1.1 200 OK', 'Content-Length: 9'), { method: 'HEAD' })?.body).toBe('');
  expect(read(head('HTTP/1.1 204 No Content'))?.body).toBe('');
});

test('interim answers are skipped', () => {
  const text = head('HTTP/1.1 100 Continue') + head('HTTP/1.1 400 Bad Request', 'Content-Length: 0');
  expect(read(text)?.status).toBe(400);
});

test.each(['HTTP/1.1 OK', 'SSH-2.0', 'HTTP/1.1 20 OK'])('what is no HTTP is an error: %s', (line) => {
  expect(() => read(head(line))).toThrow('No status line');
});
