/** The sources of an nginx; the first is preferred. */
export const nginxKinds = ['container', 'installed'] as const;

export type NginxKind = (typeof nginxKinds)[number];

/** An nginx that can be started here. */
export type FoundNginx =
  /** `engine` is the command that starts the image. */
  { kind: 'container'; engine: string; image: string; version: string } | { kind: 'installed'; version: string };

/** Its description, for instance "1.28.0, container of nginx:1.28". */
export const nginxTitle = (found: FoundNginx): string =>
  `${found.version}, ${found.kind === 'container' ? `container of ${found.image}` : 'as installed'}`;
