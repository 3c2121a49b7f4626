import type { FromConsole, LaunchedPart, PartName } from '@jobly/stack';
import type { Launcher } from './launcher';

/** A launcher that carries out orders as a test wants it. */
export function fakeLauncher(running: readonly { name: PartName; url: string; pid?: number }[]) {
  let parts = running.map((part): LaunchedPart => ({ pid: process.pid, ...part, faults: { cut: [] } }));
  const hearers: (() => void)[] = [];
  const orders: FromConsole['order'][] = [];
  let carryOut = async (_order: FromConsole['order']) => {};
  const received: ((name: PartName, count: number) => void)[] = [];
  const launcher: Launcher = {
    parts: () => parts,
    onChange: (hear) => void hearers.push(hear),
    onReceived: (hear) => void received.push(hear),
    async order(order) {
      orders.push(order);
      await carryOut(order);
    },
  };
  return {
    launcher,
    orders,
    onOrder: (how: typeof carryOut) => (carryOut = how),
    receive: (name: PartName, count: number) => received.forEach((hear) => hear(name, count)),
    change(name: PartName, changed: Partial<LaunchedPart>) {
      parts = parts.map((part) => (part.name === name ? { ...part, ...changed } : part));
      for (const hear of hearers) hear();
    },
  };
}
