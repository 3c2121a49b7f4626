import { parseLogLine } from './access-log';

const line = (replica: string, cache = '') =>
  `{"time":1795361685.214,"name":"nginx","requestId":"a1","method":"GET","path":"/jobs/1",` +
  `"status":200,"seconds":0.025,"replica":"${replica}","cache":"${cache}"}`;

describe('a line of nginx’s log', () => {
  it('says who answered, when, and after how long', () => {
    expect(parseLogLine(line('127.0.0.1:3001', 'HIT'))).toEqual({
      time: 1_795_361_685_214,
      requestId: 'a1',
      method: 'GET',
      path: '/jobs/1',
      status: 200,
      ms: 25,
      replicas: ['127.0.0.1:3001'],
      cache: 'HIT',
    });
  });

  it('names every replica that was asked, in order', () => {
    expect(parseLogLine(line('127.0.0.1:9, 127.0.0.1:3001'))?.replicas).toEqual(['127.0.0.1:9', '127.0.0.1:3001']);
  });

  it('names none where nobody was asked', () => {
    expect(parseLogLine(line('jobly'))?.replicas).toEqual([]);
    expect(parseLogLine(line('', 'HIT'))?.replicas).toEqual([]);
  });

  it('is told from what else nginx prints', () => {
    expect(parseLogLine('nginx: [warn] something')).toBeUndefined();
    expect(parseLogLine('{"time":1}')).toBeUndefined();
  });
});
