import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Failure } from '@jobly/lab/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import type { Nginx } from '@jobly/lab/system-under-test';
import type { Front } from './fronts';
import { privacyTable } from './privacy';
import { NO_CACHE, USUAL } from './ttls';

afterEach(closeServers);

const account = (username: string) => ({ username, password: 'password', token: username });

const stack = { origin: 'http://stack' };

// Only the used parts of a scene.
const scene = {
  stacks: { monolith: stack, micro: stack },
  sessions: { at: () => ({ accounts: [account('ada'), account('bob')] }) },
} as unknown as MeasuredScene;

/** Answers as Jobly does, with the given X-Cache. */
async function aFront(ttl: Front['ttl'], xCache: string | undefined, showsTo: (whose: string, by?: string) => boolean) {
  const origin = await startTestServer((request, response) => {
    const whose = request.url!.replace('/users/', '');
    const by = request.headers.authorization?.replace('Bearer ', '');
    const isShown = showsTo(whose, by);
    response.writeHead(isShown ? 200 : by ? 403 : 401, {
      'content-type': 'application/json',
      ...(xCache && { 'x-cache': xCache }),
    });
    response.end(JSON.stringify(isShown ? { user: { username: whose } } : { error: {} }));
  });
  return { name: 'the arm', stack: 'micro', ttl, nginx: { origin } as Nginx } satisfies Front;
}

const toOneself = (whose: string, by?: string) => whose === by;

describe('the table of what is not for everybody', () => {
  it('says what became of each question', async () => {
    const fronts = [await aFront(NO_CACHE, undefined, toOneself), await aFront(USUAL, 'BYPASS', toOneself)];
    const { rows } = await privacyTable(scene, fronts);
    expect(rows).toEqual([
      ['the arm', '200', '200', '403', '401', '200'],
      ['the arm', '200 BYPASS', '200 BYPASS', '403 BYPASS', '401 BYPASS', '200 BYPASS'],
    ]);
  });

  it.each([
    ['a profile is shown to nobody in particular', (whose: string, by?: string) => whose === (by ?? whose)],
    ['a profile is shown to somebody else', (_whose: string, by?: string) => by !== undefined],
  ])('fails where %s', async (_, showsTo) => {
    await expect(privacyTable(scene, [await aFront(USUAL, 'BYPASS', showsTo)])).rejects.toThrow(Failure);
  });

  it('fails where an answer to a user comes from the cache', async () => {
    await expect(privacyTable(scene, [await aFront(USUAL, 'HIT', toOneself)])).rejects.toThrow('X-Cache: HIT');
  });
});
