import { press, tabTo, write } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';

const RATE = 'rate of requests, /s';

async function openCalculator() {
  const page = await openView('what-if');
  const answers = page.getByRole('region', { name: 'Answers' });
  await answers.waitFor();
  const before = (await answers.textContent())!;
  return {
    page,
    answers,
    slider: page.getByRole('slider', { name: `${RATE}: slider` }),
    number: page.getByRole('textbox', { name: RATE, exact: true }),
    /** Waits for another answer than the first. */
    changed: () => answers.filter({ hasNotText: before }).waitFor(),
  };
}

inBrowser('the view What if', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  it('calculates what the slider says, puts it into the address, and keeps it when it is loaded again', async () => {
    const { page, answers, slider, number, changed } = await openCalculator();
    await tabTo(slider);
    await page.keyboard.press('PageUp');
    await changed();
    const rate = await number.inputValue();
    expect(Number(rate)).toBeGreaterThan(500);
    expect(page.url()).toMatch(new RegExp(`#/what-if/rate=${rate}$`));
    const answer = await answers.textContent();
    await page.reload();
    await number.waitFor();
    expect(await number.inputValue()).toBe(rate);
    expect(await answers.textContent()).toBe(answer);
  });

  it('calculates what is written, moves the slider, and leads back to it from elsewhere', async () => {
    const { page, slider, number, changed } = await openCalculator();
    await write(number, '2000');
    await changed();
    expect(await slider.getAttribute('aria-valuetext')).toBe('2000');
    expect(page.url()).toMatch(/#\/what-if\/rate=2000$/);
    await press(page.getByRole('link', { name: 'Lessons', exact: true }));
    await page.getByRole('heading', { level: 1, name: 'The lecture' }).waitFor();
    await page.goBack();
    await number.waitFor();
    expect(await number.inputValue()).toBe('2000');
  });

  it.each(['many', '-3', '1e9', '5 $'])('refuses "%s" with a sentence, and answers nothing', async (nonsense) => {
    const { page, answers, number } = await openCalculator();
    await write(number, nonsense);
    await page.getByRole('alert').getByText(`not "${nonsense}".`).waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /^Rate of requests: must be a number from .+ to .+, not /,
    );
    expect(await answers.count()).toBe(0);
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    await write(number, '2000');
    await answers.waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
