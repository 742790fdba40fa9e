type Run = (statement: string, values: readonly unknown[]) => Promise<unknown>;

/** Received quotes with lines, by the owner of the tables: the same through a service takes minutes. */
export async function enterManyLines(
  run: Run,
  orgId: string,
  { quotes, linesEach }: { readonly quotes: number; readonly linesEach: number },
): Promise<void> {
  await run(
    `with s as (
       insert into supplier (org_id, name) select $1, 'Supplier ' || n from generate_series(0, ($2::int - 1) / 2) n
       returning id, name
     ), q as (
       insert into quote (org_id, id, supplier_id, number, currency, status)
       select $1, gen_random_uuid(), s.id, 'Q-' || n, 'USD', 'received'
       from generate_series(1, $2::int) n join s on s.name = 'Supplier ' || n % (($2::int + 1) / 2)
       returning org_id, id
     )
     insert into quote_revision (org_id, quote_id, revision, quoted_on, payment_terms, stated_total_has_tax, notes)
     select org_id, id, 1, '2026-11-02', '', false, '' from q`,
    [orgId, quotes],
  );
  await run(
    `insert into quote_line (org_id, quote_id, revision, position, category, description, part_number, quantity, unit, unit_price, recurrence)
     select org_id, id, 1, n, (array['server', 'network', 'storage'])[1 + n % 3],
       'GPU server ' || (n * 7919 % 5000), 'PN-' || n % 400, 1 + n % 9, '', 10 + (n * 31 + 500) % 977, 'one-off'
     from quote, generate_series(0, $2::int - 1) n where org_id = $1 order by id, n`,
    [orgId, linesEach],
  );
  await run(
    "update quote_revision set received_at = now() where org_id = $1 and received_at is null",
    [orgId],
  );
}
