/** Describes a database by schema, name, host and port, never by its password. */
export function describeDatabase(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return 'the PostgreSQL of a malformed connection URL';
  const { hostname, pathname, username, searchParams } = parsed;
  const database = decoded(pathname.slice(1) || searchParams.get('user') || username);
  const host = searchParams.get('host') || hostname || 'localhost';
  const port = searchParams.get('port') || parsed.port || '5432';
  const schema = searchParams.get('schema');
  return `${schema ? `the schema "${schema}" of ` : ''}the PostgreSQL database "${database}" at ${decoded(host)}:${port}`;
}

/** Left as it is if it is badly encoded: the description is for people. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
