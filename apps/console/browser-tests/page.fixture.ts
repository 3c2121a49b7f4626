import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const { CHROMIUM, CONSOLE_URL } = process.env;

/** Tests in the browser. Without one, they are skipped; start-stacks.mjs has said so. */
export const inBrowser = CONSOLE_URL ? describe : describe.skip;

export const WIDE = { viewport: { width: 1_280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser | undefined;
const open: BrowserContext[] = [];

/** What pages did that no reader should see: uncaught errors, dialogs, and requests to anybody but the console. */
const troubles: string[] = [];

/**
 * Opens a view in a browser profile of its own.
 * @param hash such as `request`
 * @param origin of the console, if it is another than that of the stacks
 */
export async function openView(
  hash: string,
  options: BrowserContextOptions = WIDE,
  origin = CONSOLE_URL!,
): Promise<Page> {
  const page = await openPage(options, origin);
  await page.goto(`${origin}/#/${hash}`);
  return page;
}

/** Opens an empty page in a browser profile of its own, for the console at an origin. */
export async function openPage(options: BrowserContextOptions = WIDE, origin = CONSOLE_URL!): Promise<Page> {
  // Chromium's sandbox refuses to run as root, as in containers; the pages are our own.
  browser ??= await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  const context = await browser.newContext(options);
  open.push(context);
  watch(context, origin);
  return context.newPage();
}

function watch(context: BrowserContext, origin: string): void {
  context.on('weberror', (error) => troubles.push(String(error.error())));
  context.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    // A refusal is part of the game; the page says it in words.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      troubles.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) troubles.push(request.url());
  });
}

/** Closes what the test has opened, and fails it if a page did what no reader should see. */
export async function closeViews(): Promise<void> {
  await Promise.all(open.splice(0).map((context) => context.close()));
  expect(troubles.splice(0)).toEqual([]);
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

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
