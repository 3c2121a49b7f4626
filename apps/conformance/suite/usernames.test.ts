import jwt from 'jsonwebtoken';
import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { anApplication, aJob, asAdmin, aUser, unique, userBody } from './support/records';

const create = async (username: unknown) =>
  api
    .post('/users')
    .set(await asAdmin())
    .send(userBody({ username }));

const pathOf = (username: string) => `/users/${encodeURIComponent(username)}`;

describe('a username', () => {
  it.each(['_.-', 'A', 'Z.9', '-', '+', '<b>', "'", '"', '&=;:,$!*', '~', '…', '...', '😀', '田中', 'д', 'ß', 'ﬁ'])(
    'may contain %j',
    async (characters) => {
      const username = characters + unique('');
      const { status, body } = await create(username);
      expect({ status, body }).toMatchObject({ status: 201, body: { user: { username } } });
    },
  );

  it.each(['u'.repeat(12), '語'.repeat(12), '𝕁'.repeat(12)])('may have 25 characters: %j', async (letters) => {
    const username = unique('') + letters + '!';
    expect([...username]).toHaveLength(25);
    expect(await create(username)).toMatchObject({ status: 201, body: { user: { username } } });
    expectInvalid(await create(`${username}!`), 'username');
  });

  // There are few of them, and other runs may have taken this one; it only has to be valid.
  it.each(['x', 'ñ', '語', '😀'])('may have 1 character: %j', async (username) => {
    expect([201, 409]).toContain((await create(username)).status);
  });

  it.each([
    '',
    ' ',
    'x'.repeat(26),
    '😀'.repeat(26),
    ' before',
    'after ',
    'slash/',
    'back\\slash',
    'quest?ion',
    'hash#',
    'per%cent',
    'per%20cent',
    'new\nline',
    'x\n',
    'tab\t',
    'nul\0',
    'bell\x07',
    'delete\x7f',
    'next\x85line',
    'no\u00a0break',
    'wide\u3000blank',
    'line\u2028separator',
    'paragraph\u2029separator',
    'soft\u00adhyphen',
    'zero\u200bwidth',
    'joined\u200d',
    'turned\u202e',
    'isolated\u2067',
    '\ufeffmarked',
    'private\ue123',
    'not a character\uffff',
    'unassigned\u{e0fff}',
    '.',
    '..',
    'ada\u034f',
    '\u3164',
    null,
    42,
    true,
    ['x'],
    {},
  ])('may not be %j', async (username) => {
    expectInvalid(await create(username), 'username');
  });

  it('is not called anything else where only case differs', async () => {
    const name = unique('É');
    await aUser({ username: name });
    expect(await create(name.toLowerCase())).toMatchObject({ status: 201 });
  });
});

describe.each([
  'o@example',
  'Joan of Arc',
  'Zoë',
  'josé',
  'Владимир',
  '山田',
  '🦊 & co',
  'a+b=c',
  "d'Arc",
  'x:y;z',
  '~',
])('somebody whose name begins with %s', (beginning) => {
  const aName = () => beginning + unique('');

  it('signs up, logs in, reads, applies, changes and leaves', async () => {
    const { username, password, ...names } = userBody({ username: aName() });
    const registered = await api.post('/auth/register').send({ username, password, ...names });
    expect(registered).toMatchObject({ status: 201 });
    expect(jwt.decode(registered.body.token)).toMatchObject({ username, sub: username });
    const { body, status } = await api.post('/auth/token').send({ username, password });
    expect(status).toBe(200);
    const { id } = await aJob();
    const self = as(body.token);
    expect(await api.post(`${pathOf(username)}/jobs/${id}`).set(self)).toMatchObject({ status: 200 });
    expect(await api.get(pathOf(username)).set(self)).toMatchObject({
      status: 200,
      body: { user: { ...names, username, isAdmin: false, applications: [id] } },
    });
    const changed = await api.patch(pathOf(username)).set(self).send({ firstName: 'Other' });
    expect(changed).toMatchObject({ status: 200, body: { user: { username, firstName: 'Other' } } });
    expectProblem(await create(username), 409);
    const { body: removed } = await api.delete(pathOf(username)).set(self);
    expect({ ...removed }).toEqual({ deleted: username });
  });

  it('is nobody else', async () => {
    const [{ username }, { token }] = await Promise.all([aUser({ username: aName() }), aUser()]);
    expectProblem(await api.get(pathOf(username)).set(as(token)), 403);
    expect(await api.get(pathOf(username)).set(await asAdmin())).toMatchObject({ status: 200 });
  });
});

describe('a name that can be typed in two ways', () => {
  it.each([
    ['Zo\u00eb', 'Zoe\u0308'],
    ['\u00c5sa', '\u212bsa'],
    ['\uae40', '\u1100\u1175\u11b7'],
    ['q\u0323\u0307', 'q\u0307\u0323'],
  ])('is one name: %j is %j', async (canonical, typed) => {
    const end = unique('');
    const [username, otherwise] = [canonical + end, typed + end];
    const { password, ...names } = userBody();
    const registered = await api.post('/auth/register').send({ ...names, password, username: otherwise });
    expect(registered).toMatchObject({ status: 201 });
    expect(jwt.decode(registered.body.token)).toMatchObject({ username, sub: username });
    for (const name of [username, otherwise]) {
      expectProblem(await create(name), 409);
      const { status, body } = await api.post('/auth/token').send({ username: name, password });
      expect(status).toBe(200);
      expect(jwt.decode(body.token)).toMatchObject({ username });
      const read = await api.get(pathOf(name)).set(as(registered.body.token));
      expect(read).toMatchObject({ status: 200, body: { user: { username } } });
    }
    const { id } = await aJob();
    const applied = await api.post(`${pathOf(otherwise)}/jobs/${id}`).set(as(registered.body.token));
    expect(applied).toMatchObject({ status: 200 });
    const removed = await api.delete(pathOf(otherwise)).set(as(registered.body.token));
    expect({ ...removed.body }).toEqual({ deleted: username });
  });

  it('is no other name that only looks alike', async () => {
    const { username, token } = await aUser({ username: `ﬁ${unique('')}` });
    await anApplication({ username: encodeURIComponent(username), token }, (await aJob()).id);
    expectProblem(await api.get(pathOf(username.replace('ﬁ', 'fi'))).set(as(token)), 403);
  });
});

describe('GET /users', () => {
  it('is in the order of code points', async () => {
    const tag = unique('u');
    const inOrder = ['!', '-', '9', 'B', 'a', 'é', 'ﬁ', '\uffe6', '😀'].map((end) => tag + end);
    for (const username of [...inOrder].reverse()) await aUser({ username });
    const { body } = await api.get('/users').set(await asAdmin());
    expect(body.users.map(({ username }) => username).filter((name) => name.startsWith(tag))).toEqual(inOrder);
  });
});
