import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { press } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';

const names = globSync('docs/lessons/*.md').map((file) => basename(file, '.md'));
const lessons = names.filter((name) => name !== 'README');

inBrowser('the view Lessons', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  it('lists the twelve claims', async () => {
    const page = await openView('lessons');
    const claims = page.getByRole('rowheader').getByRole('link');
    await claims.first().waitFor();
    const addresses = await Promise.all((await claims.all()).map((claim) => claim.getAttribute('href')));
    expect(addresses).toHaveLength(12);
    expect(addresses.toSorted()).toEqual(lessons.map((name) => `#/lessons/${name}`).toSorted());
  });

  it.each(lessons)('opens %s, whose command leads to its experiment', async (name) => {
    const page = await openView('lessons');
    await page.locator(`a[href="#/lessons/${name}"]`).first().click();
    await page.getByRole('heading', { level: 2, name: 'The claim' }).waitFor();
    const command = page.getByRole('link', { name: 'Run it here' });
    const [, experiment] = /^#\/experiments\/([\w-]+)$/.exec((await command.getAttribute('href'))!)!;
    await press(command);
    await page.getByText(`npm run lab -- ${experiment} --quick`).first().waitFor();
    await page.getByRole('button', { name: 'Run it here' }).waitFor();
  });
});
