import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const { CHROMIUM, CONSOLE_URL } = process.env;

/** Tests in the browser. Without one, they are skipped; start-stacks.mjs has said so. */
export const inBrowser = CONSOLE_URL ? describe : describe.skip;

export const WIDE = { viewport: { width: 1_280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser | undefined;
const open: Page[] = [];

/** What a page did that no reader should see: uncaught errors, and requests to anybody but the console. */
export const troubles: string[] = [];

/**
 * Opens a view in a browser profile of its own.
 * @param hash such as `request`
 */
export async function openView(hash: string, options: BrowserContextOptions = WIDE): Promise<Page> {
  // Chromium's sandbox refuses to run as root, as in containers; the pages are our own.
  browser ??= await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  open.push(page);
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    // A refusal is part of the game; the page says it in words.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(CONSOLE_URL!) && !request.url().startsWith('data:')) troubles.push(request.url());
  });
  await page.goto(`${CONSOLE_URL}/#/${hash}`);
  return page;
}

/** Closes what the test has opened. */
export async function closeViews(): Promise<void> {
  await Promise.all(open.splice(0).map((page) => page.context().close()));
}

export const closeBrowser = async (): Promise<void> => browser?.close();

/** What axe calls serious or critical, one line each. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // As a function of the page: its policy forbids scripts that are inserted.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary ?? ''}`),
    );
}

/** How far the page can be scrolled sideways (px). */
export const sidewaysOf = (page: Page): Promise<number> =>
  // Room is kept for a scrollbar that is not there.
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
