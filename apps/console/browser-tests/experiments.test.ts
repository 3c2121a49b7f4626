import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { announceMeasurement } from '@jobly/stack';
import type { Experiments } from '../api/experiments';
import { hasFocus, press } from './keyboard.fixture';
import { closeBrowser, closeViews, inBrowser, openView } from './page.fixture';

/** Removes what the last run has left in this copy. */
async function removeRun(): Promise<void> {
  const { lab } = (await (await fetch(`${process.env['CONSOLE_URL']}/api/experiments`)).json()) as Experiments;
  if (lab) rmSync(join('lab-results', basename(lab.id)), { recursive: true, force: true });
}

async function openComplexity() {
  const page = await openView('experiments/complexity');
  const lab = page.getByRole('region', { name: 'The lab at work' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return { page, lab, button, paused: page.getByText('Paused while complexity measures') };
}

/** It counts the code of this copy, and that may take long on a busy machine (ms). */
const COUNTING_MS = 150_000;

inBrowser('the view Experiments', () => {
  afterEach(async () => {
    await removeRun();
    await closeViews();
  });
  afterAll(closeBrowser);

  it('runs an experiment: shows its progress and its verdict, and opens its report', async () => {
    const { page, lab, button, paused } = await openComplexity();
    await press(button('Run it here'));
    await paused.waitFor();
    await lab.getByRole('status').getByText('Measured, and valid.').waitFor({ timeout: COUNTING_MS });
    await paused.waitFor({ state: 'detached' });
    const found = page.getByRole('article').filter({ hasText: 'This machine valid' }).first();
    expect(await found.getByRole('paragraph').first().textContent()).toMatch(/\d/);
    const opened = page.context().waitForEvent('page');
    await press(found.getByRole('link', { name: 'Report' }));
    const report = await opened;
    await report
      .getByRole('heading', { name: /complexity/ })
      .first()
      .waitFor();
  }, 180_000);

  it('refuses a second start with a sentence, and stops the first', async () => {
    const { page, lab, button } = await openComplexity();
    await press(button('Run it here'));
    await lab.waitFor();
    expect(await hasFocus(button('Run it here'))).toBe(true);
    await page.keyboard.press('Enter');
    const sentence = 'The lab measures complexity already. Wait until it has ended, or stop it.';
    await page.getByRole('alert').getByText(sentence).waitFor();
    await press(lab.getByRole('button', { name: 'Stop', exact: true }));
    await lab
      .getByRole('status')
      .getByText(/^Stopped\./)
      .waitFor();
  });

  it('pauses all views while a lab measures elsewhere, and goes on after it', async () => {
    const page = await openView('request/updateJob');
    const send = page.getByRole('button', { name: 'Send', exact: true });
    const withdraw = announceMeasurement('throughput');
    try {
      const sentence = 'Paused while throughput measures, so that nothing here disturbs it.';
      await page.getByRole('status').getByText(sentence).waitFor();
      await press(send);
      await page.getByRole('alert').getByText('Nothing is sent while throughput measures').waitFor();
      await press(page.getByRole('link', { name: 'Architecture', exact: true }));
      await page.getByRole('link', { name: /^monolith paused/ }).waitFor();
    } finally {
      withdraw();
    }
    await page.getByRole('link', { name: /^monolith ready/ }).waitFor();
    await press(page.getByRole('link', { name: 'Request', exact: true }));
    await page.getByRole('heading', { level: 1, name: /^GET \/jobs/ }).waitFor();
  });
});
