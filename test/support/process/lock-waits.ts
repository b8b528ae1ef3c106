/** How many statements wait for a lock in the database of a test; other tests have other databases. */
export async function lockWaits(
  query: (text: string) => Promise<{ rows: { n?: number }[] }>,
): Promise<number> {
  const { rows } = await query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}
