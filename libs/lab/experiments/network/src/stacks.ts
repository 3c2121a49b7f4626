import { allOrNone, type Links } from '@jobly/lab/instrument';
import { armAt, openSessions, type Scene } from '@jobly/lab/runner';
import { type Session, startTwin, type Target } from '@jobly/lab/system-under-test';
import { type Distant, startDistant, type StackName } from './distant';

/** Both stacks, each without any relays and with all of them. */
export interface Launch {
  near: Record<StackName, Target>;
  distant: Record<StackName, Distant>;
  sessionAt(target: Target): Session;
  removeUsers(): Promise<void>;
}

/** Starts all of them once more, with users of their own. */
export async function startLaunch(scene: Scene, links: Links, launch: number) {
  const { stacks, signal, run } = scene;
  const near = async (stack: StackName) => await startTwin(stack, stacks.postgres!, signal);
  return allOrNone(async (keep): Promise<Launch> => {
    const [monolith, micro] = [keep(await near('monolith')), keep(await near('micro'))];
    const far = {
      monolith: keep(await startDistant(scene, links, 'monolith')),
      micro: keep(await startDistant(scene, links, 'micro')),
    };
    const targets = [monolith.target, micro.target, far.monolith.target, far.micro.target];
    const arms = targets.map((target, index) => armAt(target, String(index)));
    const sessions = await openSessions(stacks, arms, `${run.id}n${launch}`);
    return {
      near: { monolith: monolith.target, micro: micro.target },
      distant: far,
      sessionAt: ({ origin }) => sessions.at(origin),
      removeUsers: sessions.close,
    };
  });
}
