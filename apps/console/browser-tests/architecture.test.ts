import type { Page } from 'playwright-core';
import { hasFocus, press } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, part: string) => page.getByRole('link', { name: new RegExp(`^${part} `) });
const said = (page: Page, sentence: string) => page.getByRole('status').getByText(sentence, { exact: true });

/** What the grid says of an operation: the names of its marks, in the order of the stacks. */
const marks = (page: Page, operation: string) =>
  page.getByRole('row', { name: operation, exact: false }).first().getByRole('img');

inBrowser('the view Architecture', () => {
  afterEach(async () => {
    await fetch(`${process.env['CONSOLE_URL']}/api/architecture/order`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ do: 'mend-all' }),
    });
    await closeViews();
  });
  afterAll(closeBrowser);

  it('freezes a service by keyboard, shows what fails without it, and mends it', async () => {
    const page = await openView('architecture');
    await press(box(page, 'companies'));
    await press(button(page, 'Freeze'));
    await said(page, 'The companies service is frozen.').waitFor();
    expect(await hasFocus(button(page, 'Thaw'))).toBe(true);
    const counted =
      /^With the companies service frozen, 18 of 18 operations work in the monolith; (?!18)\d+ of 18 in the microservices/;
    await page.getByText(counted).waitFor();
    await marks(page, 'GET /companies/:handle').and(page.getByLabel('fails')).waitFor();
    expect(await marks(page, 'GET /users/:username').and(page.getByLabel('works')).count()).toBe(2);

    await press(button(page, 'Mend everything'));
    await said(page, 'Nothing is at fault.').waitFor();
    expect(await hasFocus(button(page, 'Mend everything'))).toBe(true);
    const well = 'With nothing at fault, 18 of 18 operations work in the monolith; 18 of 18 in the microservices.';
    await page.getByText(well).waitFor();
    await box(page, 'companies').getByText('ready', { exact: true }).waitFor();
  });

  it('shows that a process was killed under the open page, and that another one runs in its place', async () => {
    const page = await openView('architecture/jobs');
    const panel = page.getByRole('region', { name: 'Jobs service' });
    const pid = panel.getByText(/^ready, pid \d+$/);
    await pid.waitFor();
    const killed = (await pid.textContent())!;
    const down = Promise.all([
      said(page, 'The jobs service is down.').waitFor(),
      box(page, 'jobs').getByText('down', { exact: true }).waitFor(),
    ]);
    process.kill(Number(/\d+$/.exec(killed)![0]), 'SIGKILL');
    await down;
    await said(page, 'Nothing is at fault.').waitFor();
    await pid.waitFor();
    expect(await pid.textContent()).not.toBe(killed);
  });

  it('says of a slow process that it is slow, until it may run', async () => {
    const page = await openView('architecture/monolith');
    await press(button(page, 'Slow down'));
    await said(page, 'The monolith is slowed down.').waitFor();
    expect(await hasFocus(button(page, 'Resume'))).toBe(true);
    await box(page, 'monolith').getByText('slowed down', { exact: true }).waitFor();
    await page
      .getByText(/^With the monolith slowed down, \d+ of 18 operations work in the monolith.*; 18 of 18 in /)
      .waitFor();
    await press(button(page, 'Resume'));
    await said(page, 'Nothing is at fault.').waitFor();
    expect(await hasFocus(button(page, 'Slow down'))).toBe(true);
  });

  it('cuts a connection by keyboard, and says from where to where', async () => {
    const page = await openView('architecture/jobs');
    await press(button(page, 'Cut the connection to companies'));
    await said(page, 'The jobs service is cut off from the companies service.').waitFor();
    expect(await hasFocus(button(page, 'Mend the connection to companies'))).toBe(true);
    await marks(page, 'GET /jobs/:id').and(page.getByLabel('fails')).waitFor();
    await page.keyboard.press('Enter');
    await said(page, 'Nothing is at fault.').waitFor();
  });
});
