import { randomUUID } from 'node:crypto';
import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import { anAppThat } from '@jobly/http-kit/fixtures';
import request from 'supertest';
import { aCompaniesService, aCompany } from '../companies.fixture';
import { cachedCompanies } from './cached';

const TTL = 30;
let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

const unavailable = { kind: 'unavailable' };
const acme = aCompany('acme');
const bolt = aCompany('bolt');

/** No views, but what they would be made over. */
const asPort = <Port>(port: Port): Port => port;

/** Cached companies, of a companies service that has these. */
function cached(...present: Parameters<typeof aCompaniesService>) {
  const { service, directory } = aCompaniesService(...present);
  const { views: port, informedBy } = cachedCompanies(directory, asPort, TTL);
  const handled: string[] = [];
  const events = informedBy({ 'company-deleted': async ({ handle }) => void handled.push(handle) });
  const tellDeleted = (handle: string) => events['company-deleted']({ handle }, randomUUID());
  return { service, port, tellDeleted, handled };
}

describe.each([
  ['a company', (port, handle) => port.find(handle)],
  ['the name of a company', async (port, handle) => (await port.namesOf([handle]))[handle] ?? null],
] satisfies [string, (port: ReturnType<typeof cached>['port'], handle: string) => Promise<unknown>][])(
  '%s',
  (_what, ask) => {
    it('is believed for its time, and then asked for again', async () => {
      const { service, port } = cached(acme);
      const before = await ask(port, 'acme');
      service.records.set('acme', { ...acme, name: 'Another' });
      clock.advance(TTL - 0.1);
      expect(await ask(port, 'acme')).toEqual(before);
      expect(service.asked).toHaveLength(1);
      clock.advance(0.2);
      expect(JSON.stringify(await ask(port, 'acme'))).toContain('Another');
      expect(service.asked).toHaveLength(2);
    });

    it('is as old as the question, however long the answer takes', async () => {
      const { service, port } = cached(acme);
      const answer = Promise.withResolvers<undefined>();
      service.delay = answer.promise;
      const asking = ask(port, 'acme');
      clock.advance(TTL - 1);
      answer.resolve(undefined);
      await asking;
      clock.advance(1);
      await ask(port, 'acme');
      expect(service.asked).toHaveLength(2);
    });

    it('that is missing is asked for each time, so that it is found as soon as it is there', async () => {
      const { service, port } = cached();
      expect(await ask(port, 'acme')).toBeNull();
      service.records.set('acme', acme);
      expect(JSON.stringify(await ask(port, 'acme'))).toContain('The acme');
    });

    it('is asked for once by everybody who comes at the same time', async () => {
      const { service, port } = cached(acme);
      const found = await Promise.all([ask(port, 'acme'), ask(port, 'acme'), ask(port, 'acme')]);
      expect(new Set(found.map((it) => JSON.stringify(it))).size).toBe(1);
      expect(service.asked).toHaveLength(1);
    });

    it('is not taken from a question that is as old as an answer may be', async () => {
      const { service, port } = cached(acme);
      const never = new Promise(() => {});
      service.delay = never;
      void ask(port, 'acme');
      clock.advance(TTL);
      service.delay = Promise.resolve();
      service.records.set('acme', { ...acme, name: 'Another' });
      expect(JSON.stringify(await ask(port, 'acme'))).toContain('Another');
    });

    it.each(jumps.filter((jump) => jump < 0 || jump >= TTL))(
      'is not believed after the wall clock has jumped by %p s',
      async (jump) => {
        const { service, port } = cached(acme);
        await ask(port, 'acme');
        clock.jump(jump);
        await ask(port, 'acme');
        expect(service.asked).toHaveLength(2);
      },
    );

    it('goes on being shown while its owner is out of reach, and is out of reach then, too, but never missing', async () => {
      const { service, port } = cached(acme);
      const before = await ask(port, 'acme');
      service.isDown = true;
      clock.advance(TTL - 0.1);
      expect(await ask(port, 'acme')).toEqual(before);
      clock.advance(0.2);
      await expect(ask(port, 'acme')).rejects.toMatchObject(unavailable);
      service.isDown = false;
      expect(await ask(port, 'acme')).toEqual(before);
    });

    it('costs one question, however many ask, while its owner is out of reach', async () => {
      const { service, port } = cached(acme);
      service.isDown = true;
      const attempts = await Promise.allSettled(Array.from({ length: 50 }, () => ask(port, 'acme')));
      for (const attempt of attempts) expect(attempt).toMatchObject({ status: 'rejected', reason: unavailable });
      expect(service.asked).toHaveLength(1);
    });

    it('is asked for in full, however little time is left to whoever asks first', async () => {
      const { service, port } = cached(acme);
      const app = anAppThat(() => ask(port, 'acme'));
      await request(app).get('/things').set('X-Remaining-Time', '1000');
      expect(service.remaining).toEqual([Infinity]);
    });

    it('is forgotten once its deletion is handled, and not before', async () => {
      const { service, port, tellDeleted, handled } = cached(acme, bolt);
      await Promise.all([ask(port, 'acme'), ask(port, 'bolt')]);
      service.records.clear();
      await tellDeleted('acme');
      expect(handled).toEqual(['acme']);
      expect(await ask(port, 'acme')).toBeNull();
      expect(JSON.stringify(await ask(port, 'bolt'))).toContain('The bolt');
    });

    it('that was asked for before its deletion was handled is not believed when it arrives', async () => {
      const { service, port, tellDeleted } = cached(acme);
      const answer = Promise.withResolvers<undefined>();
      service.delay = answer.promise;
      const asking = ask(port, 'acme');
      service.records.clear();
      await tellDeleted('acme');
      service.delay = Promise.resolve();
      // Nor is it waited for by whoever comes now.
      expect(await ask(port, 'acme')).toBeNull();
      answer.resolve(undefined);
      await asking;
      expect(await ask(port, 'acme')).toBeNull();
    });
  },
);
