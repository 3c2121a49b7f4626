import { hasFocus, press } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';

/** The part of the view that sends a request many times. */
async function openSeries() {
  const page = await openView('request');
  await page.getByRole('heading', { level: 1, name: /^GET \/jobs/ }).waitFor();
  const series = page.getByRole('region', { name: 'Is it always like this?' });
  const button = (name: string) => series.getByRole('button', { name, exact: true });
  return { series, button, dots: series.locator('circle'), figures: series.getByRole('group') };
}

inBrowser('a request that is sent 200 times', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  it('is drawn as it goes on, and ends with a verdict and an interval for each figure', async () => {
    const { series, button, dots, figures } = await openSeries();
    await press(button('Send it 200 times'));
    await series.getByText(/^\d+ sent that count …$/).waitFor();
    await series
      .getByText(/^The microservices take [\d.]+ \([\d.]+ to [\d.]+\) times as long as the monolith/)
      .waitFor();
    expect(await dots.count()).toBe(400);
    for (const stack of ['monolith', 'micro']) {
      const row = figures.getByRole('row', { name: new RegExp(`^${stack}`) });
      const cells = await row.getByRole('cell').allTextContents();
      expect(cells.join(', ')).toMatch(/^[\d.]+, [\d.]+ to [\d.]+, [\d.]+, [\d.]+ to [\d.]+, 200$/);
    }
  });

  it('is stopped by the same button, which keeps the focus, and then has no figures', async () => {
    const { series, button, dots, figures } = await openSeries();
    await press(button('Send it 200 times'));
    await press(button('Stop'));
    await series.getByText('Stopped. Figures need the whole series.').waitFor();
    expect(await hasFocus(button('Send it 200 times'))).toBe(true);
    expect(await dots.count()).toBeLessThan(400);
    expect(await figures.count()).toBe(0);
  });
});
