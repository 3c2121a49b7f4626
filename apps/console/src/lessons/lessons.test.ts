import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import request from 'supertest';
import type { Lesson } from '../../api/lessons';
import { type TestLab, testLab } from '../lab.fixture';
import { lessonsMarkdown } from './markdown';

const render = lessonsMarkdown('docs/lessons', ['cache', 'complexity']);
const names = globSync('docs/lessons/*.md').map((file) => basename(file, '.md'));

describe('the lessons', () => {
  let lab: TestLab;
  beforeAll(() => (lab = testLab()));
  afterAll(() => lab.remove());
  const lesson = async (name: string) =>
    (await request(lab.app).get(`/api/lessons/${name}`).set('Host', '127.0.0.1').expect(200)).body as Lesson;

  it('begin with their index, and follow each other in its order', async () => {
    const seen = [await lesson('')];
    while (seen.at(-1)!.next) seen.push(await lesson(seen.at(-1)!.next!.name));
    expect(seen.map(({ name }) => name).toSorted()).toEqual(names.map((name) => name.replace('README', '')).toSorted());
    expect(seen.at(-1)!.previous!.name).toBe(seen.at(-2)!.name);
  });

  it.each(names.filter((name) => name !== 'README'))('show and name only what is there: %s', async (name) => {
    const { title, html } = await lesson(name);
    expect(title).not.toBe('');
    const kept = [...html.matchAll(/src="pictures\/kept\/(.+?)"/g)].map(([, path]) => `docs/baseline/${path}`);
    const files = [...html.matchAll(/<code class="path">(.+?)<\/code>/g)].map(([, path]) => path!);
    const lessons = [...html.matchAll(/href="#\/lessons\/(.+?)"/g)].map(([, path]) => `docs/lessons/${path}.md`);
    expect([...kept, ...files, ...lessons].filter((path) => !existsSync(path))).toEqual([]);
    expect(html).not.toMatch(/\]\(|<!--|href="\.|src="\./);
  });

  it.each(['nope', '..%2f..%2fREADME', '%2e%2e'])('are no other files: %s', async (name) => {
    const { status } = await request(lab.app).get(`/api/lessons/${name}`).set('Host', '127.0.0.1');
    expect(status).toBe(404);
  });
});

describe('a lesson’s text', () => {
  it('leads from lesson to lesson, to the web, and to no file', () => {
    expect(render('[Caching](caching.md), [all](README.md)')).toContain('<a href="#/lessons/caching">Caching</a>');
    expect(render('[all](./README.md#x)')).toContain('<a href="#/lessons">all</a>');
    expect(render('[RFC](https://example.org/a?b&c)')).toContain('<a href="https://example.org/a?b&amp;c">');
    const file = '<code class="path">docs/soa.md</code>';
    expect(render('[soa.md](../soa.md)')).toBe(`<p>${file}</p>\n`);
    expect(render('[the step](../soa.md#why)')).toBe(`<p>the step (${file})</p>\n`);
  });

  it('offers to run an experiment, and no other command', () => {
    const link = '<a href="#/experiments/cache">';
    expect(render('```sh\nnpm run lab -- cache --quick\n```')).toContain(`${link}Run it here</a>`);
    expect(render('`npm run lab -- cache --quick`')).toContain(`${link}<code>`);
    for (const command of ['npm run lab -- lecture', 'npm run lab -- caches', 'npm run unit -- cache'])
      expect(render(`\`\`\`sh\n${command}\n\`\`\``)).not.toContain('<a ');
  });

  it('has its signs escaped', () => {
    expect(render('`<b>` & [a"b](https://x.example/"y)')).not.toMatch(/<b>|="[^"]*"y/);
    expect(render('```diff\n+<b>\n-c\n```')).toContain('<ins>+&lt;b&gt;</ins>\n<del>-c</del>');
  });
});
