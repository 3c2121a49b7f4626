import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Preloaded into a process of the lab, which collects its garbage on SIGUSR2: what its heap holds then, it keeps. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
// Without the signal's name, which would ask for a collection of the young generation only.
process.on('SIGUSR2', () => collect());
