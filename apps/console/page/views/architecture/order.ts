import { signal } from '@preact/signals';
import type { Order } from '../../../api/architecture';
import { ask } from '../../ask';

/** Why the latest order was not carried out. */
export const refusal = signal('');

/** Whether an order is on its way. */
export const isOrdering = signal(false);

/** Lets something be done to a part. */
export async function order(what: Order): Promise<void> {
  isOrdering.value = true;
  refusal.value = '';
  try {
    await ask('api/architecture/order', what);
  } catch (error) {
    refusal.value = (error as Error).message;
  } finally {
    isOrdering.value = false;
  }
}
