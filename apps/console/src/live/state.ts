import { blueprints, titles } from '@jobly/stack';
import type { ConsoleState, PartState } from '../../api/state';
import type { Launcher } from '../launcher';
import type { Channel } from './channel';

/** Keeps all pages informed of the parts. */
export function tellState(channel: Channel, launcher: Launcher): void {
  const tell = () => channel.keep('state', stateOf(launcher));
  launcher.onChange(tell);
  tell();
}

const stateOf = (launcher: Launcher): ConsoleState => ({
  parts: launcher.parts().map((part): PartState => {
    const { topology, modules } = blueprints.find(({ name }) => name === part.name)!;
    return { ...part, title: titles[part.name], topology, modules };
  }),
  measuring: null,
});
