import { workspace } from './workspace';

/** This workspace on a machine where nothing is measured, whatever else runs on it. */
export const undisturbed = { ...workspace, announcements: 'no-such-folder' };
