import { api } from './support/api';
import { operations } from './support/operations';
import { expectProblem } from './support/problems';
import { baseUrl, capabilities } from './support/target';

interface Document {
  paths: Record<string, Partial<Record<string, { responses: object; parameters?: { in: string }[] }>>>;
}

describe('health', () => {
  it.each(['/health/live', '/health/ready'])('%s answers 200, also with a bad token', async (path) => {
    expect(await api.get(path)).toMatchObject({ status: 200 });
    expect(await api.get(path).set('Authorization', 'Bearer garbage')).toMatchObject({ status: 200 });
  });

  it.each(['/health/live', '/health/ready'])('%s is only there to be read', async (path) => {
    expectProblem(await api.post(path), 405);
  });
});

describe('metrics', () => {
  const { publicMetrics } = capabilities;
  const shown = publicMetrics ? it : it.skip;
  const hidden = publicMetrics ? it.skip : it;

  shown('are in the text format of Prometheus', async () => {
    const response = await api.get('/metrics');
    expect(response).toMatchObject({ status: 200, type: 'text/plain' });
    expect(response.text).toMatch(/^# TYPE \w+ (counter|gauge|histogram|summary)$/m);
    for (const line of response.text.trimEnd().split('\n'))
      expect(line).toMatch(/^(#|$)|^[a-zA-Z_:][\w:]*(\{.*\})? \S+$/);
  });

  shown('name no user, company or number: a label for each path would grow without end', async () => {
    await api.get('/companies/a-very-special-handle');
    await api.get('/a-very-special-path');
    expect((await api.get('/metrics')).text).not.toContain('a-very-special');
  });

  hidden('are not to be seen on the public origin', async () => {
    expectProblem(await api.get('/metrics'), 404);
  });
});

describe('/openapi.json', () => {
  const document = async () => JSON.parse((await api.get('/openapi.json')).text) as Document;

  it('is an OpenAPI 3.1 document', async () => {
    const response = await api.get('/openapi.json');
    expect(response).toMatchObject({ status: 200, type: 'application/json' });
    expect(response.body).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: expect.any(String), version: expect.any(String) },
    });
  });

  it.each(operations)('describes $method $path', async ({ method, path, access }) => {
    const { paths } = await document();
    const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method];
    expect(described).toMatchObject({ responses: expect.any(Object) });
    const statuses = Object.keys(described?.responses ?? {});
    expect(statuses.some((status) => /^20[01]$/.test(status))).toBe(true);
    expect(statuses).toEqual(expect.arrayContaining(access === 'anyone' ? [] : ['401', '403']));
    expect(statuses.includes('403')).toBe(access !== 'anyone');
    const parameters = described?.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
    expect(parameters).toHaveLength(path.split(':').length - 1);
  });

  it('describes nothing that is not for the public', async () => {
    const { paths } = await document();
    expect(Object.keys(paths).filter((path) => /internal|metrics/.test(path))).toEqual([]);
  });

  it('refers to nothing that is not in it', async () => {
    const text = JSON.stringify(await document());
    const inside = (node: unknown, key: string) => (node as Record<string, unknown> | undefined)?.[key];
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer.split('/').reduce<unknown>(inside, JSON.parse(text));
      expect({ pointer, found }).toEqual({ pointer, found: expect.anything() });
    }
    expect(text).not.toMatch(/"\$ref":"[^#]/);
  });
});

describe('/docs', () => {
  it('is a page, complete with all that it loads, from here', async () => {
    const page = await fetch(`${baseUrl}/docs`);
    expect({ status: page.status, type: page.headers.get('content-type') }).toEqual({
      status: 200,
      type: expect.stringMatching(/^text\/html\b/),
    });
    const html = await page.text();
    const loaded = [...html.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(
      ([, url = '']) => url,
    );
    expect(loaded).not.toHaveLength(0);
    for (const url of loaded.filter((link) => !link.startsWith('data:'))) {
      const { origin, href } = new URL(url, page.url);
      expect(origin).toBe(new URL(baseUrl).origin);
      expect({ href, status: (await fetch(href)).status }).toEqual({ href, status: 200 });
    }
  });
});
