import { requestHeaders, responseHeaders, without } from './headers';

describe("a request's headers", () => {
  it('go on as they came', () => {
    const raw = ['Accept', '*/*', 'X-Odd_Name', 'ä', 'Cookie', 'a=b', 'cookie', 'c=d'];
    expect(requestHeaders(raw)).toEqual(raw);
  });

  it('that were doubled stay doubled: which counts is not for the gateway to say', () => {
    const raw = ['Authorization', 'Bearer a', 'authorization', 'Bearer b'];
    expect(requestHeaders(raw)).toEqual(raw);
  });

  it.each([
    'Connection',
    'keep-alive',
    'Proxy-Authorization',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Content-Length',
    'Upgrade',
    'Expect',
    'Host',
    'X-Request-ID',
    'x-forwarded-for',
  ])('that speak of this connection only, or that the gateway says itself, end here: %s', (name) => {
    expect(requestHeaders([name, 'x', 'Accept', '*/*'])).toEqual(['Accept', '*/*']);
  });

  it('named by Connection end here', () => {
    const raw = [
      'X-One',
      '1',
      'Connection',
      'close, x-one ,X-TWO',
      'x-two',
      '2',
      'connection',
      'X-Three',
      'X-Three',
      '3',
    ];
    expect(requestHeaders([...raw, 'X-Four', '4'])).toEqual(['X-Four', '4']);
  });

  it('are told from their values', () => {
    expect(requestHeaders(['X-Says', 'connection', 'X-Name', 'host'])).toEqual([
      'X-Says',
      'connection',
      'X-Name',
      'host',
    ]);
  });
});

describe('a header to be left out', () => {
  it('is, however often and however it is written', () => {
    const headers = ['Accept', 'authorization', 'AUTHORIZATION', 'a', 'X-Name', 'Authorization', 'authorization', 'b'];
    expect(without('authorization', headers)).toEqual(['Accept', 'authorization', 'X-Name', 'Authorization']);
  });
});

describe("an answer's headers", () => {
  it('reach the client but for those of the connection', () => {
    const headers = {
      'content-type': 'application/json',
      'retry-after': '1',
      'set-cookie': ['a=b', 'c=d'],
      connection: 'keep-alive',
      'keep-alive': 'timeout=65',
      'transfer-encoding': 'chunked',
      date: 'now',
      'x-request-id': 'of the service',
      'server-timing': 'jobs;dur=1',
    };
    expect(responseHeaders(headers)).toEqual({
      'content-type': 'application/json',
      'retry-after': '1',
      'set-cookie': ['a=b', 'c=d'],
    });
  });

  it('named by Connection do not', () => {
    expect(responseHeaders({ connection: 'close, X-Hop', 'x-hop': '1', 'x-end': '2' })).toEqual({ 'x-end': '2' });
  });
});
