import { createPasswordCheck, hashPassword } from './passwords';
import { account, usersOver } from './users.fixture';

const passwordHash = await hashPassword('right password');
const known = { credentials: [{ account, isAdmin: true, passwordVersion: 3, passwordHash }] };
const right = { username: 'ada', password: 'right password' };
const wrong = { username: 'ada', password: 'wrong password' };
const refused = { kind: 'unauthorized', detail: 'Invalid username/password' };

describe('logging in', () => {
  it('gives the right pair a token of who it is', async () => {
    const { users, issued } = usersOver({ rows: known });
    expect(await users.logIn(right, 'here')).toBe('ada admin');
    expect(issued).toEqual([{ username: 'ada', account, isAdmin: true, passwordVersion: 3 }]);
  });

  it('tells a wrong password and an unknown name alike', async () => {
    await expect(usersOver({ rows: known }).users.logIn(wrong, 'here')).rejects.toMatchObject(refused);
    await expect(usersOver().users.logIn(right, 'here')).rejects.toMatchObject(refused);
  });

  it('has no password that fits nobody', async () => {
    const passwordFits = createPasswordCheck();
    expect(await passwordFits('a password that nobody has', undefined)).toBe(false);
    expect(await passwordFits('', undefined)).toBe(false);
    expect(await passwordFits('right password', passwordHash)).toBe(true);
  });
});

describe('without a limit', () => {
  it('a name may fail as often as it likes, and counting costs nothing', async () => {
    const { users, asked } = usersOver({ rows: known });
    await expect(users.logIn(wrong, 'here')).rejects.toMatchObject(refused);
    expect(await users.logIn(right, 'here')).toBe('ada admin');
    expect(asked).toEqual(['credentials', 'credentials']);
  });
});
