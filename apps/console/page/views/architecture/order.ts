import { signal } from '@preact/signals';
import type { Order } from '../../../api/architecture';
import { ask } from '../../ask';

/** Why the latest order was not carried out. */
export const refusal = signal('');

let isUnderWay = false;

/** Lets something be done to a part, one thing after another. */
export async function order(what: Order): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  refusal.value = '';
  try {
    await ask('api/architecture/order', what);
  } catch (error) {
    refusal.value = (error as Error).message;
  } finally {
    isUnderWay = false;
  }
}
