import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { newOrganization } from "@/lib/testing/organization";
import { reader, readerIn } from "./reading";

type Told = { readonly org: string };

describe("a statement that its connection plans once", () => {
  let pool: Pool;
  beforeAll(() => {
    pool = new Pool({ connectionString: env().appDatabaseUrl, max: 1 });
  });
  afterAll(() => pool.end());

  const planned = async () =>
    (
      await pool.query<{ generic_plans: string; custom_plans: string }>(
        "select generic_plans, custom_plans from pg_prepared_statements where name like 'read%'",
      )
    ).rows.map(({ generic_plans, custom_plans }) => Number(generic_plans) + Number(custom_plans));

  const readOrg = (orgId: string) =>
    readerIn(() => pool, orgId)<Told>`select current_setting('app.org_id') as org`;
  const readText = (text: string) => reader(() => pool)<Told>`select ${text} as org`;

  it("answers each organization as itself", async () => {
    const [ours, theirs] = [await newOrganization(), await newOrganization()];
    for (const { orgId } of [ours, theirs, ours])
      expect(await readOrg(orgId)).toEqual([{ org: orgId }]);
    for (const text of ["one", "other"]) expect(await readText(text)).toEqual([{ org: text }]);
    expect((await planned()).sort()).toEqual([2, 3]);
  });

  it("is answered all the same where a pooler swapped the connection", async () => {
    const { orgId } = await newOrganization();
    for (const read of [readOrg, readText]) {
      await read(orgId);
      await pool.query("deallocate all");
      expect(await read(orgId)).toEqual([{ org: orgId }]);
      expect(await read(orgId)).toEqual([{ org: orgId }]);
    }
  });

  it("leaves no connection in an unknown state after a failure", async () => {
    const { orgId } = await newOrganization();
    const divide = () => readerIn(() => pool, orgId)`select 1 / length(${""}) as none`;
    await expect(divide()).rejects.toThrow(/zero/);
    await expect(divide()).rejects.toThrow(/zero/);
    expect(await readOrg(orgId)).toEqual([{ org: orgId }]);
  });
});
