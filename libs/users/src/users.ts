import {
  type Credentials,
  type Identity,
  type JobRegister,
  type NewUser,
  type Profile,
  type Registration,
  type TokenSubject,
  type User,
  type UserChanges,
  type UserDirectory,
  conflict,
  invalid,
  notFound,
  unauthorized,
} from '@jobly/contracts';
import { isUniqueViolation, markOf } from '@jobly/database';
import type { UsersDatabase } from './database';
import type { ApplicationLifecycle } from './lifecycle/lifecycle';
import { logInsOver } from './login-failures';
import { bySource, byUser, createPasswordCheck, hashPassword } from './passwords';
import { insertApplication, userRepository } from './repository';
import { type UserReference, noSuchUser } from './user-reference';

interface Dependencies {
  db: UsersDatabase;
  jobs: JobRegister;
  lifecycle: (db: UsersDatabase, jobs: JobRegister) => ApplicationLifecycle;
  issueToken: (subject: TokenSubject) => string;
  /** Failed logins of one name from one source before the next has to wait; 0 for no limit. */
  loginFailureLimit: number;
}

export type Users = ReturnType<typeof createUsers>;

/** The users module: accounts, logging in, and applications. */
export function createUsers({ db, jobs, lifecycle, issueToken, loginFailureLimit }: Dependencies) {
  const repository = userRepository(db);
  const { insertReferring } = lifecycle(db, jobs);
  const passwordFits = createPasswordCheck();
  const logIns = logInsOver(db, loginFailureLimit);

  async function create({ password, ...newUser }: NewUser, key?: string): Promise<{ user: User; token: string }> {
    const mark = markOf(key, newUser);
    const insert = async () => {
      const passwordHash = await hashPassword(password, byUser(newUser.username));
      return repository.insert({ ...newUser, passwordHash, ...mark });
    };
    const isSamePassword = async ({ username, account }: TokenSubject) =>
      passwordFits(password, (await repository.passwordHash({ username, account })) ?? undefined, byUser(username));
    const created = await repository.createOnce(mark, insert, isSamePassword).catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict(`Duplicate username: ${newUser.username}`, error) : error;
    });
    const { account, passwordVersion, ...user } = created;
    return { user, token: issueToken({ username: user.username, account, isAdmin: user.isAdmin, passwordVersion }) };
  }

  /** The hash of a password that is not the present one; undefined if it is. */
  async function hashIfOther(password: string, user: UserReference): Promise<string | undefined> {
    const present = await repository.passwordHash(user);
    if (present === null) throw noSuchUser(user);
    const isPresent = await passwordFits(password, present, byUser(user.username));
    return isPresent ? undefined : hashPassword(password, byUser(user.username));
  }

  return {
    /**
     * Returns a token for the right pair. A wrong pair takes the same time and gets the same error, whether the name is
     * known or not.
     * @param source where the request comes from: failures are counted for each name and source.
     */
    async logIn({ username, password }: Credentials, source: string): Promise<string> {
      const user = await logIns.begin(username, source);
      const fits = await passwordFits(password, user?.passwordHash, bySource(source));
      if (!fits || !user) {
        await logIns.fail(username, source);
        throw unauthorized('Invalid username/password');
      }
      await logIns.succeed(username, source);
      const { account, isAdmin, passwordVersion } = user;
      return issueToken({ username, account, isAdmin, passwordVersion });
    },

    async register(registration: Registration, key?: string): Promise<string> {
      return (await create({ ...registration, isAdmin: false }, key)).token;
    },

    create,

    list: (): Promise<User[]> => repository.list(),

    async profile(user: UserReference): Promise<Profile> {
      const profile = await repository.find(user);
      if (!profile) throw noSuchUser(user);
      return profile;
    },

    /**
     * The password that the account already has is no change: classic front ends send it with every save of the profile,
     * and go on using their token. Another one ends the tokens issued so far, where tokens are introspected.
     */
    async update(user: UserReference, { password, ...changes }: UserChanges): Promise<User> {
      if (password === undefined && Object.keys(changes).length === 0) throw invalid('No data');
      const passwordHash = password === undefined ? undefined : await hashIfOther(password, user);
      const updated = await repository.update(user, changes, passwordHash);
      if (!updated) throw noSuchUser(user);
      return updated;
    },

    async remove(user: UserReference): Promise<void> {
      if (!(await repository.remove(user))) throw noSuchUser(user);
    },

    async apply(user: UserReference, jobId: number, key?: string): Promise<void> {
      const mark = markOf(key, { username: user.username, jobId });
      const insert = () => insertReferring(jobId, insertApplication(user, jobId, mark));
      const applied = await repository.applyOnce(mark, insert).catch((error: unknown) => {
        throw isUniqueViolation(error) ? conflict(`Already applied to job ${jobId}`, error) : error;
      });
      if (applied) return;
      // If both are missing, which one is noticed first depends on the lifecycle; the client hears of the user.
      throw (await repository.exists(user)) ? notFound(`No job: ${jobId}`) : noSuchUser(user);
    },

    identify: (account: string, passwordVersion: number): Promise<Identity | null> =>
      repository.identify(account, passwordVersion),
  } satisfies UserDirectory & Record<string, unknown>;
}
