import { blueprints, titles } from '@jobly/stack';
import type { ConsoleState, PartState } from '../../api/state';
import type { Launcher } from '../launcher';
import type { Channel } from './channel';

/** Keeps all pages informed of the parts, in the order of the topologies. */
export function tellState(channel: Channel, launcher: Launcher): void {
  const tell = () => channel.keep('state', stateOf(launcher));
  launcher.onChange(tell);
  tell();
}

const stateOf = (launcher: Launcher): ConsoleState => ({
  parts: blueprints.flatMap(({ name, topology, modules }): PartState[] => {
    const part = launcher.parts().find((one) => one.name === name);
    return part ? [{ ...part, title: titles[name], topology, modules }] : [];
  }),
  measuring: null,
});
