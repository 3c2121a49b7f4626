import { conflict, invalid, operations } from '@jobly/contracts';
import { Router } from 'express';
import type { ArchitectureFacts, OperationName } from '../../api/architecture';
import type { Launcher } from '../launcher';
import type { Channel } from '../live/channel';
import { createRounds } from './blast-radius/rounds';
import { createDrawings } from './drawings';
import { createSampler } from './figures';
import { isMending, orderBody } from './order';
import { createWatch } from './watch';

interface Surroundings {
  channel: Channel;
  launcher: Launcher;
  seedPassword: string;
  /** What is being measured on this machine; nothing is asked then. */
  measuring: () => string | null;
  drawings?: ReturnType<typeof createDrawings>;
}

/** The view Architecture: what runs, and what still works when a part of it fails. */
export function architecture({
  channel,
  launcher,
  seedPassword,
  measuring,
  drawings = createDrawings(),
}: Surroundings): Router {
  const sampler = createSampler(launcher);
  // Without restarts parts do not count requests; all else is shown.
  const count = (on: boolean) => launcher.order({ do: 'count', on }).catch(() => {});
  const watch = createWatch(measuring, {
    begin() {
      void count(true);
      sampler.begin();
      rounds.resume();
    },
    tick: () => channel.publish('figures', sampler.sample()),
    end: () => void count(false),
  });
  const rounds = createRounds({
    ...{ parts: launcher.parts, isWatched: watch.isOn, seedPassword },
    tell: (result) => channel.publish('blast-radius', result),
  });
  let inForce = '';
  launcher.onChange(() => {
    const now = JSON.stringify(launcher.parts().map(({ pid, faults }) => [pid === null, faults]));
    if (inForce !== '' && inForce !== now && watch.isOn()) rounds.check();
    inForce = now;
  });

  /** @throws Problem while something is measured */
  const beUndisturbing = () => {
    const measured = measuring();
    if (measured !== null) throw conflict(`${measured} measures at the moment; wait until it has ended`);
  };
  const routes = Router();
  routes.get('/api/architecture', async (_request, response) => {
    const titles = Object.entries(operations).map(([name, { method, path }]) => ({
      name: name as OperationName,
      title: `${method.toUpperCase()} ${path}`,
    }));
    response.json({ drawings: await drawings(), operations: titles } satisfies ArchitectureFacts);
  });
  routes.post('/api/architecture/watch', (_request, response) => {
    watch.seen();
    response.json(rounds.latest());
  });
  routes.post('/api/architecture/check', (_request, response) => {
    beUndisturbing();
    rounds.check();
    response.json({});
  });
  routes.post('/api/architecture/order', async (request, response) => {
    const { data: order, error } = orderBody.safeParse(request.body);
    if (!order) throw invalid(error.issues.map(({ message }) => message));
    // What lets a process go is never refused, and waits for nothing.
    if (!isMending(order)) {
      beUndisturbing();
      await rounds.prepare();
    }
    try {
      await launcher.order(order);
    } finally {
      if (measuring() === null) rounds.check();
    }
    response.json({});
  });
  return routes;
}
