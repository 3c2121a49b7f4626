import { Axios, type AxiosResponse } from 'axios';
import { ConstantBackoff, handleAll, retry } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { TAKEN_AWAY } from './taken-away';

/** What is taken away from this file's process: everything but the memory. */
beforeAll(async () => {
  process.env[TAKEN_AWAY] = 'axios,policy';
  await import('./preloads/plain-calls');
});

describe('a service whose calls lack something', () => {
  it('passes a question to the adapter past axios, with the headers that have a value', async () => {
    const answer = { status: 200, data: 'a company' } as AxiosResponse;
    const sent: unknown[] = [];
    const http = new Axios({
      adapter: async ({ url, headers }) => {
        sent.push(url, headers.toJSON());
        return answer;
      },
    });
    http.interceptors.request.use(() => {
      throw new Error('axios was asked');
    });
    const headers = { Authorization: 'Bearer of it', 'Content-Type': undefined };
    expect(await http.request({ url: '/companies/some', headers })).toBe(answer);
    expect(sent).toEqual(['/companies/some', { Authorization: 'Bearer of it' }]);
  });

  it('makes one attempt', async () => {
    let attempts = 0;
    const asked = retry(handleAll, { maxAttempts: 2, backoff: new ConstantBackoff(0) }).execute(async () => {
      attempts++;
      throw new Error('unreachable');
    });
    await expect(asked).rejects.toThrow('unreachable');
    expect(attempts).toBe(1);
  });

  it('keeps what was not taken away', () => {
    const tokens = new LRUCache<string, string>({ max: 1 });
    tokens.set('caller', 'token');
    expect(tokens.get('caller')).toBe('token');
  });
});
