import {
  PHONE,
  WIDE,
  closeBrowser,
  closeViews,
  inBrowser,
  openView,
  seriousProblems,
  sidewaysOf,
} from './page.fixture';

const views = ['request', 'architecture', 'experiments', 'what-if', 'lessons', 'lessons/caching'];
const screens = [
  { name: '1,280 px, light', ...WIDE },
  { name: '1,280 px, dark', ...WIDE, colorScheme: 'dark' as const },
  { name: '390 px, light', ...PHONE },
  { name: '390 px, dark, without motion', ...PHONE, colorScheme: 'dark' as const, reducedMotion: 'reduce' as const },
];

inBrowser('every view', () => {
  afterEach(closeViews);
  afterAll(closeBrowser);

  describe.each(screens)('at $name', ({ name: _name, ...screen }) => {
    it.each(views)(
      '%s has a heading, no serious problem of accessibility, and nothing beyond the screen',
      async (view) => {
        const page = await openView(view, screen);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('Loading …').first().waitFor({ state: 'detached' });
        expect(await seriousProblems(page)).toEqual([]);
        expect(await sidewaysOf(page)).toBe(0);
      },
    );
  });

  it('is reached by keyboard alone', async () => {
    const page = await openView('');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const focused = () => page.evaluate('document.activeElement.textContent');
    for (let presses = 0; presses < 10 && (await focused()) !== 'Lessons'; presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // Its title comes a moment after its address.
    await page.waitForFunction(`location.hash === '#/lessons' && document.title.startsWith('Lessons')`);
  });
});
