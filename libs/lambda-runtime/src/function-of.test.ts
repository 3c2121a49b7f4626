import { type Service, createAdmission, fixedLimit } from '@jobly/http-kit';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import express, { type Request } from 'express';
import { pino } from 'pino';
import { functionOf } from './function-of';

/** A service whose app answers with what it sees of the request, and that notes what is done with it. */
function aService(trustProxy: number | boolean = false): Service & { done: string[] } {
  const app = express().set('trust proxy', trustProxy);
  const done: string[] = [];
  app.get('/bytes', (_request, response) => void response.type('png').send(Buffer.from([0, 255])));
  app.use(express.json(), (request: Request, response) => {
    const { method, originalUrl, body, ip, headersDistinct } = request;
    done.push('request');
    response.json({ method, originalUrl, body: body as unknown, ip, authorization: headersDistinct.authorization });
  });
  return {
    ...{ app, done, log: pino({ level: 'silent' }), isPublic: true, readiness: { accepting: false } },
    admission: createAdmission('The server', () => fixedLimit(1)),
    start: async () => void done.push('start'),
    pause: async () => void done.push('pause'),
    resume: () => void done.push('resume'),
    close: async () => {},
  };
}

function anEvent(given: { path?: string; headers?: Record<string, string>; body?: string; base64?: boolean } = {}) {
  const { path = '/', headers = {}, body, base64 = false } = given;
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: 'a=%20b',
    headers: { host: 'h', ...headers },
    requestContext: { http: { method: 'POST', path, sourceIp: '192.0.2.7' } },
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
  } as unknown as APIGatewayProxyEventV2;
}

const seenBy = async (service: Service, event: APIGatewayProxyEventV2) =>
  JSON.parse((await (await functionOf(service))(event, {})).body ?? '') as Record<string, unknown>;

describe('an event', () => {
  it('reaches the app as the request that it was', async () => {
    const json = { 'content-type': 'application/json', authorization: 'Bearer x' };
    expect(await seenBy(aService(), anEvent({ path: '/a%2Fb', headers: json, body: '{"c":1}' }))).toEqual({
      method: 'POST',
      originalUrl: '/a%2Fb?a=%20b',
      body: { c: 1 },
      ip: '192.0.2.7',
      authorization: ['Bearer x'],
    });
  });

  it('in base64 reaches it decoded', async () => {
    const body = Buffer.from('{"c":"ä"}').toString('base64');
    const headers = { 'content-type': 'application/json' };
    expect(await seenBy(aService(), anEvent({ headers, body, base64: true }))).toMatchObject({ body: { c: 'ä' } });
  });

  it('comes from the client of the front, whose own entry is not counted as a proxy’s', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 192.0.2.7' };
    expect(await seenBy(aService(), anEvent({ headers }))).toMatchObject({ ip: '192.0.2.7' });
    expect(await seenBy(aService(1), anEvent({ headers }))).toMatchObject({ ip: '203.0.113.9' });
  });

  it('is answered with bytes in base64', async () => {
    const handler = await functionOf(aService());
    const event = anEvent({ path: '/bytes' });
    event.requestContext.http.method = 'GET';
    expect(await handler(event, {})).toMatchObject({ statusCode: 200, body: 'AP8=', isBase64Encoded: true });
  });
});

describe('a service as a function', () => {
  it('has started before its first event, and is ready, with nothing going on in the background', async () => {
    const service = aService();
    await functionOf(service);
    expect({ done: service.done, accepting: service.readiness.accepting }).toEqual({
      done: ['pause', 'start'],
      accepting: true,
    });
  });

  it('does something in the background only from an event to its answer', async () => {
    const service = aService();
    await seenBy(service, anEvent());
    expect(service.done).toEqual(['pause', 'start', 'resume', 'request', 'pause']);
  });

  it('is woken by a schedule, to look at what is due', async () => {
    const service = aService();
    const handler = await functionOf(service);
    expect(await handler({ source: 'aws.events' }, {})).toEqual({ statusCode: 204 });
    expect(service.done).toEqual(['pause', 'start', 'resume', 'pause']);
  });
});
