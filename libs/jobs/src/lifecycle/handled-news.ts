import type { Sql } from '@jobly/database';

/**
 * Notes within a transaction that a piece of news is being handled; false where another one has done so before. News is
 * told again when its first hearer does not answer in time, and that one may go on with it at any later moment. What was
 * handled is remembered for 30 days: no process stands still for longer and then goes on.
 */
export async function isFirstHeard(sql: Sql, newsId: string): Promise<boolean> {
  const noted = await sql({
    name: 'note-handled-news',
    // Each adds one row and clears two, but none that somebody else is about to clear.
    text: `WITH cleared AS (
             DELETE FROM handled_news WHERE id = ANY (ARRAY(
               SELECT id FROM handled_news WHERE handled_at <= now() - interval '30 days'
               ORDER BY handled_at LIMIT 2 FOR UPDATE SKIP LOCKED
             ))
           )
           INSERT INTO handled_news (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [newsId],
  });
  return noted.length > 0;
}
