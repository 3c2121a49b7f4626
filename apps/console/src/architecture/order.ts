import { blueprints, type PartName } from '@jobly/stack';
import { z } from 'zod';
import type { Order } from '../../api/architecture';

const part = z.enum(blueprints.map(({ name }) => name) as [PartName, ...PartName[]]);

/** What a page may order. */
export const orderBody: z.ZodType<Order> = z.union([
  z.strictObject({ do: z.enum(['stop', 'kill', 'freeze', 'slow', 'resume', 'mend']), part }),
  z.strictObject({ do: z.enum(['cut', 'join']), part, to: z.union([part, z.literal('database')]) }),
  z.strictObject({ do: z.literal('mend-all') }),
]);

/** Whether an order only undoes what others have done. */
export const isMending = ({ do: what }: Order) => ['resume', 'mend', 'mend-all', 'join'].includes(what);
