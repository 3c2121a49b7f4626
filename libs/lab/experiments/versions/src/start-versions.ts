import { allOrNone } from '@jobly/lab/instrument';
import { armAt, type Arms, type Scene, withTwin } from '@jobly/lab/runner';
import { createDatabases, SAME_TOKENS, startVariant } from '@jobly/lab/system-under-test';
import { appsOfOther } from './against';
import { OTHER, STACKS } from './names';

/** Precedes the names of the other version's databases, which have its own schemas. */
const DATABASES = 'other_';

/** Both stacks of this version and of the other, and the twin of this version's monolith. */
export async function startVersions(scene: Scene): Promise<Arms> {
  const { stacks, signal, flags } = scene;
  const apps = appsOfOther(flags);
  const postgres = stacks.postgres!;
  const { started, stop } = await allOrNone(async (keep) => {
    const { arms, close } = await withTwin('monolith', scene);
    keep({ stop: async () => close?.() });
    await createDatabases(postgres, DATABASES);
    const others = [];
    for (const stack of STACKS) {
      const { target } = keep(await startVariant(stack, postgres, SAME_TOKENS, signal, { apps, databases: DATABASES }));
      others.push(armAt(target, OTHER[stack]));
    }
    return [...arms, armAt(stacks.micro, 'micro'), ...others];
  });
  return { arms: started, close: stop };
}
