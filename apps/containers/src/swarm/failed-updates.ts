import pc from 'picocolors';
import { say } from '@jobly/deployment';
import type { Docker } from '../docker';
import type { SwarmService } from './services';
import { reasonOf } from './settle';

/** Says which services go on as they were, and why. */
export async function reportFailures(failed: readonly SwarmService[], docker: Docker): Promise<void> {
  for (const service of failed) {
    const isNew = (image: string) => image !== service.image;
    say(`${pc.red('✗')} ${sentence(service)} The new version said:\n${await reasonOf(service, docker, isNew)}`);
  }
}

function sentence({ name, image, update }: SwarmService): string {
  return update?.state === 'rollback_completed'
    ? `The update of ${name} failed and was taken back: ${image} goes on serving.`
    : `The update of ${name} failed and stands still (${update?.message}); "docker service rollback ${name}" takes it back.`;
}
