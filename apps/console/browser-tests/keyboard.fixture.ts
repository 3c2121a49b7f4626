import type { Locator } from 'playwright-core';

/** More than any view has places for the focus, or any list has options. */
const MOST_PRESSES = 100;

/** Whether an element has the focus. */
export const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0;

/** Presses Tab until an element has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await hasFocus(target)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** Goes to a button or a link, and uses it. */
export async function press(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}

/** Goes to a field, and writes into it instead of what is there. */
export async function write(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press('ControlOrMeta+A');
  await field.page().keyboard.type(text);
}

/** Goes to a list, and chooses the option of a value with its arrow keys. */
export async function choose(list: Locator, value: string): Promise<void> {
  await tabTo(list);
  await list.page().keyboard.press('Home');
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if ((await list.inputValue()) === value) return;
    await list.page().keyboard.press('ArrowDown');
  }
  throw new Error(`${String(list)} has no option ${value}.`);
}
