import { api, as } from './support/api';
import { expectInvalid } from './support/problems';
import { asAdmin, aUser, userBody } from './support/records';
import { capabilities } from './support/target';

const create = async (body: object) =>
  api
    .post('/users')
    .set(await asAdmin())
    .send(body);

const { passwordMinLength } = capabilities;

/** 60 characters, the longest valid address. */
const longestAddress = `${'a'.repeat(48)}@example.com`;

const accepted = [
  ['password', 'the fewest characters', '1'.repeat(passwordMinLength)],
  ['password', 'the fewest characters, beyond 16 bits', '😀'.repeat(passwordMinLength)],
  ['password', '128 characters', 'p'.repeat(128)],
  ['password', 'blanks and letters of all kinds', ' pässwörd 密码 😀 '],
  ['firstName', '1 character', 'A'],
  ['firstName', '30 characters', 'A'.repeat(30)],
  ['firstName', '30 characters beyond 16 bits', '😀'.repeat(30)],
  ['lastName', '1 character', 'L'],
  ['lastName', '30 characters', 'L'.repeat(30)],
  ['lastName', 'quotes and accents', `D'Ärcy "Ó"`],
  ['email', '6 characters', 'a@b.co'],
  ['email', '60 characters', longestAddress],
  ['email', 'dots, a tag and a subdomain', 'first.last+tag@mail.example.org'],
  ['email', 'an apostrophe', "o'brien@example.com"],
  ['email', 'a domain of one letter each', 'xyz@q.z'],
  ['email', 'a domain without a dot', 'root@mailhost'],
  ['email', 'dots wherever', '.some..body.@example.com'],
  ['email', 'every other sign there may be', '!#$%&*+/=?^_`{|}~-@example.com'],
] as const;

const refused = [
  ['password', 'one character too few', '1'.repeat(passwordMinLength - 1)],
  ['password', 'as few, beyond 16 bits', '😀'.repeat(passwordMinLength - 1)],
  ['password', '129 characters', 'p'.repeat(129)],
  ['firstName', 'nothing', ''],
  ['firstName', 'blanks', '   '],
  ['firstName', '31 characters', 'A'.repeat(31)],
  ['lastName', 'nothing', ''],
  ['lastName', 'blanks', ' \t\n '],
  ['lastName', '31 characters', 'L'.repeat(31)],
  ['email', '5 characters', 'a@b.c'],
  ['email', '61 characters', `a${longestAddress}`],
  ['email', 'no @', 'nowhere.example.com'],
  ['email', 'two @', 'one@two@example.com'],
  ['email', 'nobody', '@example.com'],
  ['email', 'no domain', 'somebody@'],
  ['email', 'a blank', 'some body@example.com'],
  ['email', 'two dots in a row in the domain', 'somebody@example..com'],
  ['email', 'a domain that begins with a hyphen', 'somebody@-example.com'],
  ['email', 'a domain that ends in a hyphen', 'somebody@example-.com'],
  ['email', 'a domain that ends in a dot', 'somebody@example.com.'],
  ['email', 'an umlaut', 'sömebody@example.com'],
  ['email', 'quotes', '"somebody"@example.com'],
  ['email', 'a line break', 'somebody@example.com\nBcc: all@example.com'],
] as const;

const wrongTypes = ['password', 'firstName', 'lastName', 'email'].flatMap((field) =>
  [null, 12345678, true, ['a@b.example'], { a: 1 }].map((value) => [field, JSON.stringify(value), value] as const),
);

describe('a new user', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const { password, ...visible } = userBody({ [field]: value });
    const { status, body } = await create({ password, ...visible });
    expect({ status, body }).toMatchObject({ status: 201, body: { user: visible } });
  });

  it.each([...refused, ...wrongTypes])('may not have for %s %s', async (field, _, value) => {
    expectInvalid(await create(userBody({ [field]: value })), field);
  });
});

describe('a change of a user', () => {
  it.each(accepted)('may have for %s %s', async (field, _, value) => {
    const { username, token } = await aUser();
    const response = await api
      .patch(`/users/${username}`)
      .set(as(token))
      .send({ [field]: value });
    expect({ status: response.status, body: response.body }).toMatchObject({
      status: 200,
      body: { user: { username } },
    });
  });

  it.each([...refused, ...wrongTypes])('may not have for %s %s', async (field, _, value) => {
    const { username, token } = await aUser();
    expectInvalid(
      await api
        .patch(`/users/${username}`)
        .set(as(token))
        .send({ [field]: value }),
      field,
    );
  });
});

describe('a password', () => {
  it('counts to its last character', async () => {
    const { username } = await aUser({ password: 'p'.repeat(127) + 'q' });
    const logIn = (password: string) => api.post('/auth/token').send({ username, password });
    expect(await logIn('p'.repeat(127) + 'q')).toMatchObject({ status: 200 });
    expect(await logIn('p'.repeat(128))).toMatchObject({ status: 401 });
    expect(await logIn('p'.repeat(127))).toMatchObject({ status: 401 });
  });

  it('is taken as it is, blanks included', async () => {
    const { username } = await aUser({ password: '  blanks  ' });
    const logIn = (password: string) => api.post('/auth/token').send({ username, password });
    expect(await logIn('  blanks  ')).toMatchObject({ status: 200 });
    expect(await logIn('blanks')).toMatchObject({ status: 401 });
  });
});
