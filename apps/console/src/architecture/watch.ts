/** Whether somebody looks at the view. A page says so again and again, because pages go without a word. */
export interface Watch {
  /** A page is open at the view. */
  seen(): void;
  isOn(): boolean;
}

/** A page that has said nothing for so long is gone, or its reader is elsewhere (ms). */
const LASTS_MS = 10_000;

const TICK_MS = 1_000;

interface Watched {
  begin(): void;
  /** Called once a second while somebody watches. */
  tick(): void;
  end(): void;
}

/** @param measuring what is being measured on this machine; nobody watches then */
export function createWatch(measuring: () => string | null, watched: Watched): Watch {
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  const isOn = () => performance.now() < until && measuring() === null;
  const tick = () => {
    if (isOn()) {
      watched.tick();
      return;
    }
    clearInterval(timer);
    timer = undefined;
    watched.end();
  };
  return {
    isOn,
    seen() {
      until = performance.now() + LASTS_MS;
      if (timer || !isOn()) return;
      timer = setInterval(tick, TICK_MS).unref();
      watched.begin();
    },
  };
}
