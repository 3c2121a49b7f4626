import { blueprints, titles } from '@jobly/stack';
import type { ConsoleState, PartState } from '../../api/state';
import type { Launcher } from '../launcher';
import type { Channel } from './channel';
import type { Measuring } from './measuring';

/** Keeps all pages informed of the parts, in the order of the topologies, and of what is being measured. */
export function tellState(channel: Channel, launcher: Launcher, measuring: Measuring): void {
  const tell = () => channel.keep('state', stateOf(launcher, measuring));
  launcher.onChange(tell);
  measuring.onChange(tell);
  tell();
}

const stateOf = (launcher: Launcher, measuring: Measuring): ConsoleState => ({
  parts: blueprints.flatMap(({ name, topology, modules }): PartState[] => {
    const part = launcher.parts().find((one) => one.name === name);
    return part ? [{ ...part, title: titles[name], topology, modules }] : [];
  }),
  measuring: measuring.current(),
});
