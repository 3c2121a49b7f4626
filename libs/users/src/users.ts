import {
  type Credentials,
  type Identity,
  type JobRegister,
  type NewUser,
  type Profile,
  type Registration,
  type User,
  type UserChanges,
  type UserDirectory,
  conflict,
  invalid,
  notFound,
  unauthorized,
} from '@jobly/contracts';
import { isForeignKeyViolation, isUniqueViolation, markOf } from '@jobly/database';
import type { UsersDatabase } from './database';
import type { ApplicationLifecycle } from './lifecycle/lifecycle';
import { logInsOver } from './login-failures';
import { createPasswordCheck, hashPassword } from './passwords';
import { insertApplication, userRepository } from './repository';

interface Dependencies {
  db: UsersDatabase;
  jobs: JobRegister;
  lifecycle: (db: UsersDatabase, jobs: JobRegister) => ApplicationLifecycle;
  issueToken: (identity: Identity) => string;
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

  async function create({ password, ...user }: NewUser, key?: string): Promise<User> {
    const mark = markOf(key, user);
    const insert = async () => {
      const passwordHash = await hashPassword(password, user.username);
      return repository.insert({ ...user, passwordHash, ...mark });
    };
    const isSamePassword = async ({ username }: User) =>
      passwordFits(password, await repository.passwordHash(username), username);
    return repository.createOnce(mark, insert, isSamePassword).catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict(`Duplicate username: ${user.username}`, error) : error;
    });
  }

  return {
    /**
     * Returns a token for the right pair. A wrong pair takes the same time and gets the same error, whether the name is
     * known or not.
     * @param source where the request comes from: failures are counted for each name and source.
     */
    async logIn({ username, password }: Credentials, source: string): Promise<string> {
      const user = await logIns.begin(username, source);
      const fits = await passwordFits(password, user?.passwordHash, source);
      if (!fits || !user) {
        await logIns.fail(username, source);
        throw unauthorized('Invalid username/password');
      }
      await logIns.succeed(username, source);
      return issueToken({ username, isAdmin: user.isAdmin });
    },

    async register(registration: Registration, key?: string): Promise<string> {
      return issueToken(await create({ ...registration, isAdmin: false }, key));
    },

    async create(newUser: NewUser, key?: string): Promise<{ user: User; token: string }> {
      const user = await create(newUser, key);
      return { user, token: issueToken(user) };
    },

    list: (): Promise<User[]> => repository.list(),

    async profile(username: string): Promise<Profile> {
      const profile = await repository.find(username);
      if (!profile) throw noSuchUser(username);
      return profile;
    },

    async update(username: string, { password, ...changes }: UserChanges): Promise<User> {
      if (password === undefined && Object.keys(changes).length === 0) throw invalid('No data');
      const passwordHash = password === undefined ? undefined : await hashPassword(password, username);
      const user = await repository.update(username, { ...changes, passwordHash });
      if (!user) throw noSuchUser(username);
      return user;
    },

    async remove(username: string): Promise<void> {
      if (!(await repository.remove(username))) throw noSuchUser(username);
    },

    async apply(username: string, jobId: number, key?: string): Promise<void> {
      const mark = markOf(key, { username, jobId });
      const insert = () => insertReferring(jobId, insertApplication(username, jobId, mark));
      const applied = await repository.applyOnce(mark, insert).catch((error: unknown) => {
        if (isUniqueViolation(error)) throw conflict(`Already applied to job ${jobId}`, error);
        if (isForeignKeyViolation(error, 'applications_username_fkey')) throw noSuchUser(username);
        throw error;
      });
      if (applied) return;
      // If both are missing, which one is noticed first depends on the lifecycle; the client hears of the user.
      throw (await repository.identify(username)) ? notFound(`No job: ${jobId}`) : noSuchUser(username);
    },

    identify: (username: string): Promise<Identity | null> => repository.identify(username),
  } satisfies UserDirectory & Record<string, unknown>;
}

const noSuchUser = (username: string) => notFound(`No user: ${username}`);
