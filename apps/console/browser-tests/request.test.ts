import type { Page } from 'playwright-core';
import { choose, press, write } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';
import { everywhere, makeCompany, newName } from './stacks.fixture';

const BOTH = ['monolith', 'micro'];

const headline = (page: Page, start: RegExp) => page.getByRole('heading', { level: 1, name: start });
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

/** Waits until both have answered with a status, and alike. */
async function bothAnswer(page: Page, status: number): Promise<void> {
  for (const stack of BOTH) await page.getByRole('heading', { level: 3, name: `${stack} ${status}` }).waitFor();
  await page.getByRole('heading', { name: 'The answers are the same.' }).waitFor();
}

inBrowser('the view Request', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  it('opens with a job that both stacks were asked for, and compares them in a sentence', async () => {
    const page = await openView('');
    await headline(page, /^GET \/jobs\/\d+ took .+ms in the monolith and .+ms in the microservices\.$/).waitFor();
    await bothAnswer(page, 200);
    for (const stack of BOTH) await page.getByRole('region', { name: `Time in ${stack}` }).waitFor();
  });

  it('lets an operation and a caller be chosen and sent by keyboard alone', async () => {
    const page = await openView('');
    await headline(page, /^GET \/jobs/).waitFor();
    await choose(page.getByLabel('Operation'), 'updateCompany');
    await choose(page.getByLabel('Signed in as'), 'admin');
    await write(page.getByRole('textbox', { name: 'numEmployees' }), '12');
    await press(sendButton(page));
    await headline(page, /^PATCH \/companies\/.+ took .+ in the monolith and .+ in the microservices\.$/).waitFor();
    await bothAnswer(page, 200);
  });

  it('sends a write once, says that one proves nothing, and offers another name', async () => {
    const page = await openView('request/createCompany');
    const handle = page.getByRole('textbox', { name: 'handle' });
    await handle.waitFor();
    const made = await handle.inputValue();
    await press(sendButton(page));
    await headline(page, /^POST \/companies took /).waitFor();
    await bothAnswer(page, 201);
    await page.getByText('One request, n = 1: one sample, which proves nothing.').waitFor();
    expect(await handle.inputValue()).not.toBe(made);
    // It was there, and only now it is not any more.
    expect(await everywhere('DELETE', `/companies/${made}`)).toEqual([200, 200]);
  });

  it.each([
    { status: 401, as: 'nobody', id: '1' },
    { status: 403, as: 'user', id: '1' },
    { status: 404, as: 'admin', id: '2147483647' },
  ])('shows a refusal as an answer that can be repeated: $status', async ({ status, as, id }) => {
    const page = await openView('request/updateJob');
    await write(page.getByRole('textbox', { name: 'id', exact: true }), id);
    await choose(page.getByLabel('Signed in as'), as);
    await press(sendButton(page));
    await bothAnswer(page, status);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Send it 200 times' }).isEnabled()).toBe(true);
  });

  it('shows what others have named as text, and runs none of it', async () => {
    const handle = newName();
    // U+202E writes from right to left, U+2067 begins a part that does.
    const name = `<img src=//elsewhere.example/x onerror=alert(1)>\u202E\u2067${handle}`;
    await makeCompany({ handle, name, description: '<script>alert(2)</script>' });
    const page = await openView('request/getCompany');
    await headline(page, /^GET/).waitFor();
    await write(page.getByRole('textbox', { name: 'handle' }), handle);
    await press(sendButton(page));
    await headline(page, new RegExp(`^GET /companies/${handle} took `)).waitFor();
    for (const stack of BOTH) {
      const body = await page.getByLabel(`Body from ${stack}`).textContent();
      expect(body).toContain(name);
      expect(body).toContain('<script>alert(2)</script>');
    }
    expect(await page.locator('main :is(img, script)').count()).toBe(0);
  });

  it('says of an answer that is too large how large it is, and what is shown of it', async () => {
    const word = newName();
    // Fifteen of 5,000 characters, each of three bytes.
    for (let index = 0; index < 15; index++) {
      await makeCompany({ handle: newName(), name: `${word}, ${index}`, description: '€'.repeat(5_000) });
    }
    const page = await openView('request/listCompanies');
    await headline(page, /^GET/).waitFor();
    await write(page.getByRole('textbox', { name: 'nameLike' }), word);
    await write(page.getByRole('textbox', { name: 'limit' }), '15');
    await press(sendButton(page));
    const cut = page.getByText(/^Cut: the answer has 22\d kB, and only the first 200 kB are shown\.$/);
    await cut.first().waitFor();
    expect(await cut.count()).toBe(BOTH.length);
    await page.getByRole('heading', { name: 'The answers are the same.' }).waitFor();
  });
});
