import { dirname } from 'node:path';
import type { Workspace } from '../code/workspace';

/** The folder of the project that a file belongs to: the nearest with a project.json. */
export function projectOf(workspace: Workspace, file: string): string {
  const folder = dirname(file);
  return folder === '.' || workspace.has(`${folder}/project.json`) ? folder : projectOf(workspace, folder);
}

interface Project {
  tags?: string[];
}

/** The tags of that project, which say what kind it is. */
export function tagsOf(workspace: Workspace, file: string): string[] {
  const project = `${projectOf(workspace, file)}/project.json`;
  if (!workspace.has(project)) return [];
  const { tags = [] } = JSON.parse(workspace.text(project)) as Project;
  return tags;
}
