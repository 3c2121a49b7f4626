import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { press } from './keyboard.fixture';
import { type OwnConsole, ownConsole } from './own-console.fixture';
import { WIDE, closeBrowser, closeViews, inBrowser, openPage, openView, seriousProblems } from './page.fixture';

const views = ['request', 'architecture', 'experiments', 'what-if', 'lessons'];

const NO_STACK = 'No stack runs. Start them with npm start.';
const SILENT = 'The console does not answer. It reconnects by itself; if it was stopped: npm start';

/** Of HTML, styles and scripts, compressed (bytes). */
const MOST_BYTES = 150_000;

inBrowser('a console of which nobody has started stacks', () => {
  let own: OwnConsole;
  beforeAll(async () => (own = await ownConsole()));
  afterEach(closeViews);
  afterAll(async () => {
    await own.end();
    await closeBrowser();
  });

  it.each(views)('says so in %s, and shows what it can', async (view) => {
    const page = await openView(view, WIDE, own.url);
    await page.getByRole('status').getByText(NO_STACK).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});

inBrowser('a console that ends under the open page', () => {
  let own: OwnConsole;
  beforeEach(async () => (own = await ownConsole()));
  afterEach(async () => {
    await own.end();
    await closeViews();
  });
  afterAll(closeBrowser);

  it('says so, and goes on when it is back', async () => {
    const page = await openView('request', WIDE, own.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await own.end();
    await page.getByRole('status').getByText(SILENT).waitFor();
    await press(page.getByRole('button', { name: 'Send', exact: true }));
    await page.getByRole('alert').getByText('The console does not answer.').waitFor();
    // Its code was not loaded before.
    await press(page.getByRole('link', { name: 'Lessons', exact: true }));
    await page.getByRole('alert').getByText('The console does not answer.').waitFor();
    await own.begin();
    await page.getByRole('status').getByText(NO_STACK).waitFor();
    await page.getByRole('heading', { level: 1, name: 'The lecture' }).waitFor();
  });

  it('leaves another one alone', async () => {
    const [withStacks, without] = [await openView('request'), await openView('request', WIDE, own.url)];
    const headline = withStacks.getByRole('heading', { level: 1, name: /in the microservices\.$/ });
    await headline.waitFor();
    await without.getByRole('status').getByText(NO_STACK).waitFor();
    await own.end();
    await without.getByRole('status').getByText(SILENT).waitFor();
    expect(await withStacks.getByRole('status').first().textContent()).toBe('');
    await press(withStacks.getByRole('link', { name: 'Lessons', exact: true }));
    await withStacks.getByRole('heading', { level: 1, name: 'The lecture' }).waitFor();
  });
});

inBrowser('the page', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  it.each(views)('loads at most 150 kB for %s', async (view) => {
    const page = await openPage();
    const loaded: Response[] = [];
    page.on('response', (response) => {
      if (['document', 'script', 'stylesheet', 'font'].includes(response.request().resourceType()))
        loaded.push(response);
    });
    await page.goto(`${process.env['CONSOLE_URL']}/#/${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const sizes = await Promise.all(loaded.map(async (response) => gzipSync(await response.body()).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(MOST_BYTES);
  });
});
