import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { Failure } from '@jobly/lab/instrument';
import { oldAnswersAfter, staleFor } from './staleness';

afterEach(closeServers);

const HANDLE = 'acme';

/** A company behind a cache that serves the stale answer to this many requests after a change. */
async function aCompany(oldAnswers: number) {
  let employees = 3;
  let changed = false;
  let left = oldAnswers;
  const asked = { before: 0, after: 0 };
  const origin = await startTestServer((request, response) => {
    if (request.method === 'PATCH') {
      changed = true;
      employees += 1;
    } else {
      asked[changed ? 'after' : 'before']++;
    }
    const isOld = request.method === 'GET' && changed && left-- > 0;
    const company = { handle: HANDLE, name: 'Acme', description: 'Anvils', logoUrl: null };
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        company: {
          ...company,
          numEmployees: isOld ? employees - 1 : employees,
          ...(request.method === 'GET' && { jobs: [] }),
        },
      }),
    );
  });
  return { asked, changing: { origin, handle: HANDLE, token: 'token', signal: new AbortController().signal } };
}

describe('how long a change is not seen', () => {
  it('is nothing where it is seen at once', async () => {
    const { asked, changing } = await aCompany(0);
    expect(await staleFor(changing, { kept: 0, longest: 1_000 })).toBe(0);
    expect(asked).toEqual({ before: 1, after: 1 });
  });

  it('runs until the last question that was answered with the old value', async () => {
    const { asked, changing } = await aCompany(2);
    expect(await staleFor(changing, { kept: 0, longest: 5_000 })).toBeGreaterThan(0);
    expect(asked.after).toBe(3);
  });

  it('is no number where it is still not seen after the longest that is waited for', async () => {
    const { changing } = await aCompany(Infinity);
    expect(await staleFor(changing, { kept: 0, longest: 0 })).toBeNull();
  });

  it('ends with the run', async () => {
    const { changing } = await aCompany(Infinity);
    const signal = AbortSignal.abort();
    await expect(staleFor({ ...changing, signal }, { kept: 0, longest: 60_000 })).rejects.toThrow('aborted');
  });
});

describe('those who ask too late', () => {
  it.each([0, 1, 2])('are counted as long as they are given the old value: %s', async (old) => {
    const { changing } = await aCompany(old);
    expect(await oldAnswersAfter(changing, 0)).toBe(old);
  });

  it('are no answer where the old value never goes away', async () => {
    const { changing } = await aCompany(Infinity);
    await expect(oldAnswersAfter(changing, 0)).rejects.toThrow(Failure);
  });
});
