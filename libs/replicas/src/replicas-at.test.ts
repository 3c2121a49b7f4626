import type { RequestListener } from 'node:http';
import { ask, twoReplicas } from './replicas.fixture';
import { replicasAt } from './replicas-at';

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

type Answer = Parameters<typeof twoReplicas>[0];
const sayWhere: Answer = (at) => (_request, response) => void response.end(at);

async function two(answer: Answer = sayWhere) {
  const both = await twoReplicas(answer);
  closings.push(both.stop);
  return both;
}

const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act));

// Only Linux accepts all of 127.0.0.0/8.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('two replicas behind one name', () => {
  it('are asked in turn', async () => {
    const { replicas, heard } = await two();
    for (let i = 0; i < 10; i += 1) await ask(replicas);
    expect(Object.values(heard).map(({ length }) => length)).toEqual([5, 5]);
  });

  it('share what comes at once', async () => {
    const { replicas, heard } = await two();
    await times(40, () => ask(replicas));
    expect(Object.values(heard).map(({ length }) => length)).toEqual([20, 20]);
  });

  it('hear the name they were asked by', async () => {
    const { replicas, port } = await two(() => (request, response) => void response.end(request.headers.host));
    expect(await ask(replicas)).toBe(`jobs.internal:${port}`);
  });

  it('stand in for one that stands still', async () => {
    const stuck: RequestListener = () => {};
    const { replicas, heard } = await two((at) => (at === '127.0.0.2' ? stuck : sayWhere(at)));
    const asked = Array.from({ length: 20 }, async () => ask(replicas).catch(() => 'lost'));
    while (heard['127.0.0.3'].length < 10) await new Promise(setImmediate);
    for (let i = 0; i < 20; i += 1) expect(await ask(replicas)).toBe('127.0.0.3');
    closings.push(() => Promise.all(asked));
  });

  it('stand in for one that was killed, whatever is asked', async () => {
    const { replicas, kill } = await two();
    await kill('127.0.0.2');
    expect(new Set(await times(50, () => ask(replicas, 'POST')))).toEqual(new Set(['127.0.0.3']));
    for (let i = 0; i < 10; i += 1) expect(await ask(replicas)).toBe('127.0.0.3');
  });

  it('stand in for an address that leads nowhere', async () => {
    const { replicas, name } = await two();
    name.addresses = ['240.0.0.1', '127.0.0.3'];
    while ((await times(4, () => ask(replicas))).includes('127.0.0.2'));
    for (let i = 0; i < 10; i += 1) expect(await ask(replicas)).toBe('127.0.0.3');
  });

  it('are not asked twice for what was sent', async () => {
    const hangUp: RequestListener = (request) => request.socket.destroy();
    const { replicas, heard } = await two(() => hangUp);
    await expect(ask(replicas, 'POST')).rejects.toThrow('other side closed');
    expect(Object.values(heard).flat()).toEqual(['POST']);
  });

  it('leave to the other what is asked after one has hung up', async () => {
    let isWell = false;
    const { replicas } = await two((at) => (request, response) => {
      if (at === '127.0.0.3' && !isWell) request.socket.destroy();
      else response.end(at);
    });
    while (
      await ask(replicas).then(
        () => true,
        () => false,
      )
    );
    isWell = true;
    expect(new Set(await times(20, () => ask(replicas)))).toEqual(new Set(['127.0.0.2']));
  });

  it('leave to the other what is asked after one has said goodbye', async () => {
    const { replicas } = await two((at) => (_request, response) => {
      if (at === '127.0.0.3') response.setHeader('Connection', 'close');
      response.end(at);
    });
    while ((await times(4, () => ask(replicas))).includes('127.0.0.3'));
    expect(new Set(await times(20, () => ask(replicas)))).toEqual(new Set(['127.0.0.2']));
  });

  it('are asked all the same where both have trouble', async () => {
    const { replicas, kill } = await two();
    await Promise.all([kill('127.0.0.2'), kill('127.0.0.3')]);
    for (let i = 0; i < 3; i += 1) await expect(ask(replicas)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

onLinux('a name', () => {
  it('that gets another replica is noticed, and one that loses its own', async () => {
    const { replicas, name } = await two();
    name.addresses = ['127.0.0.2'];
    while ((await times(4, () => ask(replicas))).includes('127.0.0.3'));
    name.addresses = ['127.0.0.3'];
    while ((await times(4, () => ask(replicas))).includes('127.0.0.2'));
    expect(new Set(await times(10, () => ask(replicas)))).toEqual(new Set(['127.0.0.3']));
  });

  it('that loses a replica lets it finish what it has begun', async () => {
    const released = Promise.withResolvers<undefined>();
    const { replicas, name, heard } = await two((at) => (_request, response) => {
      void (at === '127.0.0.2' ? released.promise : Promise.resolve()).then(() => response.end(at));
    });
    const slow = times(2, () => ask(replicas));
    while (heard['127.0.0.2'].length === 0) await new Promise(setImmediate);
    name.addresses = ['127.0.0.3'];
    while (heard['127.0.0.3'].length < 10 || heard['127.0.0.2'].length > 1) await ask(replicas);
    released.resolve(undefined);
    expect((await slow).sort()).toEqual(['127.0.0.2', '127.0.0.3']);
  });

  it('that cannot be looked up for a while is remembered', async () => {
    const { replicas, name } = await two();
    await ask(replicas);
    let lookups = 0;
    name.addresses = new Error('EAI_AGAIN');
    Object.defineProperty(name, 'addresses', { get: () => ((lookups += 1), new Error('EAI_AGAIN')) });
    while (lookups === 0) await ask(replicas);
    expect((await times(2, () => ask(replicas))).sort()).toEqual(['127.0.0.2', '127.0.0.3']);
  });

  it('that is not known yet is looked up for everyone who asks', async () => {
    let known = false;
    const { port } = await two();
    const replicas = replicasAt(`http://jobs.internal:${port}`, {}, async () => {
      if (!known) throw new Error('ENOTFOUND');
      return ['127.0.0.2'];
    });
    closings.push(replicas.close);
    await expect(ask(replicas)).rejects.toThrow('ENOTFOUND');
    known = true;
    expect(await ask(replicas)).toBe('127.0.0.2');
  });

  it('that nobody answers about keeps nobody waiting', async () => {
    const replicas = replicasAt('http://jobs.internal:1', {}, () => new Promise(() => {}));
    closings.push(replicas.close);
    await expect(ask(replicas)).rejects.toThrow('jobs.internal could not be looked up in time');
  });
});

describe('an address', () => {
  it.each(['http://127.0.0.1:1', 'http://[::1]:1'])('is not looked up: %s', async (origin) => {
    const replicas = replicasAt(origin, {}, () => Promise.reject(new Error('looked up')));
    closings.push(replicas.close);
    await expect(ask(replicas)).rejects.toMatchObject({ syscall: 'connect' });
  });
});
