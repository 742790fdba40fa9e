import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newOrganization } from "@/lib/testing/organization";
import {
  globalDb,
  inOneTransaction,
  readGlobal,
  readInOrganization,
  withOrganization,
} from "./client";

/** The tables that belong to no organization. Everything else must be guarded. */
const globalTables = ["_prisma_migrations", "password_reset", "rate_limit", "session", "user"];
/** The organizations themselves carry their own id. */
const tenantColumn = (table: string) => (table === "organization" ? "id" : "org_id");
/** Policies for the owner alone, behind the functions that answer before an organization is known. */
const ownerReads = [
  "api_key",
  "invitation",
  "job",
  "membership",
  "organization",
  "share_link",
  "share_visit",
  "stored_file",
];

type Table = {
  name: string;
  enabled: boolean;
  forced: boolean;
  columns: string[];
  policies: { name: string; using: string; check: string | null; command: string; to: string[] }[];
  foreignKeys: { to: string; columns: string[] }[];
  indexes: string[][];
};

const catalog = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
    coalesce((select json_agg(json_build_object('name', policyname, 'using', qual, 'check', with_check,
      'command', cmd, 'to', roles)) from pg_policies where tablename = c.relname and schemaname = 'public'), '[]') as policies,
    coalesce((select json_agg(json_build_object('to', f.confrelid::regclass::text, 'columns',
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any(f.conkey))))
      from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys",
    coalesce((select json_agg(array(select attname::text from unnest(i.indkey) with ordinality k(number, place)
      join pg_attribute on attrelid = c.oid and attnum = k.number order by k.place))
      from pg_index i where i.indrelid = c.oid), '[]') as indexes
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'v', 'f')
  order by 1`;

const ownPolicy = (column: string) =>
  `(${column} = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))`;

/** What is wrong with a table, in words that say how to mend it. */
function faults(table: Table): readonly string[] {
  const column = tenantColumn(table.name);
  const unquoted = (name: string) => name.replaceAll('"', "");
  const policy = table.policies.find(({ name }) => name === "own_organization");
  const others = table.policies.filter(
    ({ name, command, to }) =>
      name !== "own_organization" &&
      !(
        name === "owner_reads" &&
        ownerReads.includes(table.name) &&
        command === "SELECT" &&
        !to.includes("public") &&
        !to.includes("loadline_app")
      ),
  );
  const strayKeys = table.foreignKeys.filter(
    ({ to, columns }) => !globalTables.includes(unquoted(to)) && !columns.includes(column),
  );
  const rules: readonly (readonly [boolean, string])[] = [
    [!table.columns.includes(column), `has no ${column}`],
    [!table.enabled, "has no row-level security"],
    [!table.forced, "does not force row-level security on its owner"],
    [policy?.using !== ownPolicy(column), "has no policy own_organization on app.org_id"],
    [policy?.command !== "ALL", "has a policy own_organization that is not for every command"],
    [others.length > 0, `has further policies: ${others.map(({ name }) => name)}`],
    [strayKeys.length > 0, `has a foreign key without ${column}: ${strayKeys.map(({ to }) => to)}`],
    [!table.indexes.some(([first]) => first === column), `has no index that begins with ${column}`],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => `${table.name} ${words}`);
}

let owner: Client;

const unguarded = async () => {
  const { rows } = await owner.query<Table>(catalog);
  return rows.filter(({ name }) => !globalTables.includes(name)).flatMap(faults);
};

beforeAll(async () => {
  owner = new Client({ connectionString: process.env.TEST_OWNER_DATABASE_URL });
  await owner.connect();
});

afterAll(() => owner.end());

describe("every table", () => {
  it("is guarded, or on the list of global tables", async () => {
    const { rows } = await owner.query<Table>(catalog);
    expect(rows.length).toBeGreaterThan(globalTables.length);
    expect(await unguarded()).toEqual([]);
  });

  it.each([
    ["an org_id", "create table stray (id uuid primary key)", "stray has no org_id"],
    [
      "row-level security",
      "create table stray (org_id uuid primary key)",
      "stray has no row-level security",
    ],
    [
      "a foreign key with its org_id",
      "create table stray (org_id uuid, plan_id uuid unique, primary key (org_id, plan_id)); create table child (org_id uuid primary key, plan_id uuid references stray (plan_id))",
      "child has a foreign key without org_id: stray",
    ],
    [
      "no second policy",
      "create policy loose on plan using (true)",
      "plan has further policies: loose",
    ],
    [
      "a policy that cannot be widened",
      "alter policy own_organization on plan using (true)",
      "plan has no policy own_organization on app.org_id",
    ],
    [
      "a table behind it, not a view",
      "create view stray as select * from plan",
      "stray has no row-level security",
    ],
  ])("needs %s", async (_what, statement, fault) => {
    await owner.query("begin");
    await owner.query(statement);
    const found = await unguarded();
    await owner.query("rollback");
    expect(found).toContain(fault);
  });
});

describe("the application's role", () => {
  it("owns nothing, may make nothing, and row-level security binds it", async () => {
    const { rows } = await owner.query(`
      select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
        exists (select from pg_class where relowner = r.oid) as "ownsTable",
        exists (select from pg_proc where proowner = r.oid) as "ownsFunction",
        exists (select from pg_auth_members where member = r.oid) as "isMember",
        has_schema_privilege(rolname, 'public', 'create') as "mayCreate"
      from pg_roles r where rolname = 'loadline_app'`);
    expect(new Set(Object.values(rows[0]))).toEqual(new Set([false]));
  });

  it("may execute the named functions and no other one that runs as the owner", async () => {
    const { rows } = await owner.query(`
      select proname as name, has_function_privilege('loadline_app', p.oid, 'execute') as app,
        exists (select from aclexplode(p.proacl) where grantee = 0) as public,
        proconfig as settings
      from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
    const settings = ["search_path=pg_catalog, public, pg_temp"];
    expect(rows).toEqual(
      [
        "accept_invitation",
        "auth_memberships",
        "create_organization",
        "find_api_key",
        "find_invitation",
        "find_share_link",
        "find_share_visit",
        "newest_migration",
        "open_answers",
        "organizations_with_expired",
        "sample_organization",
        "void_reset_links",
      ].map((name) => ({
        name,
        // A trigger's function is nobody's to call.
        app: name !== "void_reset_links",
        public: false,
        settings,
      })),
    );
  });

  it("cannot change or remove what was audited, nor take an account over", async () => {
    const { rows } = await owner.query(`
      select has_any_column_privilege('loadline_app', 'audit_event', 'update') as "auditUpdate",
        has_table_privilege('loadline_app', 'audit_event', 'delete') as "auditDelete",
        has_column_privilege('loadline_app', '"user"', 'email', 'update') as "emailUpdate",
        has_table_privilege('loadline_app', 'membership', 'insert') as "membershipInsert",
        has_column_privilege('loadline_app', 'organization', 'is_sample', 'update') as "sampleUpdate",
        has_column_privilege('loadline_app', 'invitation', 'accepted_at', 'update') as "invitationAccept",
        has_any_column_privilege('loadline_app', 'plan_change', 'update') as "historyUpdate",
        has_table_privilege('loadline_app', 'plan_change', 'delete') as "historyDelete",
        has_table_privilege('loadline_app', 'quote_revision', 'delete') as "revisionDelete",
        has_any_column_privilege('loadline_app', 'quote_line', 'update') as "lineUpdate",
        exists (select from information_schema.columns where table_name = 'stored_file'
          and column_name not in ('quote_id', 'revision', 'expires_at')
          and has_column_privilege('loadline_app', 'stored_file', column_name, 'update')) as "fileUpdate",
        has_column_privilege('loadline_app', 'share_link', 'expires_at', 'update') as "shareLonger",
        has_column_privilege('loadline_app', 'share_link', 'issue', 'update') as "shareOther",
        has_column_privilege('loadline_app', 'share_visit', 'is_open', 'update') as "shareOpen",
        has_column_privilege('loadline_app', 'rfq_answer', 'content', 'select') as "sealedRead",
        has_table_privilege('loadline_app', 'rfq_answer', 'delete') as "answerDelete",
        has_column_privilege('loadline_app', 'job', 'created_by_user_id', 'update') as "jobCaller",
        has_schema_privilege('loadline_app', 'pgboss', 'create') as "queueCreate",
        has_table_privilege('loadline_app', '_prisma_migrations', 'select') as migrations`);
    expect(new Set(Object.values(rows[0]))).toEqual(new Set([false]));
  });

  it("cannot switch row-level security off or become the owner", async () => {
    const app = new Client({ connectionString: process.env.APP_DATABASE_URL });
    await app.connect();
    try {
      await expect(app.query("alter table plan disable row level security")).rejects.toThrow(
        /must be owner/,
      );
      await expect(app.query("set role loadline_owner")).rejects.toThrow(/permission denied/);
      await app.query("set row_security = off");
      await expect(app.query("select from plan")).rejects.toThrow(/row-level security/);
    } finally {
      await app.end();
    }
  });
});

const newPlan = (orgId: string) => ({ orgId, id: randomUUID(), name: "Plan", settings: {} });

describe("a transaction", () => {
  it("sees nothing while no organization is named", async () => {
    const ctx = await newOrganization();
    await withOrganization(ctx.orgId, (tx) => tx.plan.create({ data: newPlan(ctx.orgId) }));
    const tables = [
      "plan",
      "organization",
      "membership",
      "audit_event",
      "supplier",
      "server_quote",
      "quote",
      "quote_revision",
      "quote_line",
      "proposal",
      "proposal_issue",
      "house_style",
      "share_link",
      "share_visit",
      "rfq",
      "rfq_revision",
      "rfq_item",
      "rfq_supplier",
      "rfq_question",
      "job",
      "stored_file",
      "catalog_entry",
      "catalog_observation",
    ];
    const app = new Client({ connectionString: process.env.APP_DATABASE_URL });
    await app.connect();
    try {
      for (const table of tables) {
        const { rowCount } = await app.query(`select from ${table}`);
        expect([table, rowCount]).toEqual([table, 0]);
      }
      await expect(
        app.query("insert into plan (org_id, id, name, settings) values ($1, $2, 'x', '{}')", [
          ctx.orgId,
          randomUUID(),
        ]),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await app.end();
    }
  });

  it("neither reads, changes nor refers to another organization's rows", async () => {
    const [ours, theirs] = [await newOrganization(), await newOrganization()];
    const plan = newPlan(theirs.orgId);
    await withOrganization(theirs.orgId, (tx) => tx.plan.create({ data: plan }));

    await withOrganization(ours.orgId, async (tx) => {
      expect(await tx.plan.findMany()).toEqual([]);
      expect(await tx.organization.findMany({ select: { id: true } })).toEqual([
        { id: ours.orgId },
      ]);
      expect((await tx.plan.updateMany({ data: { name: "Taken" } })).count).toBe(0);
    });
    await expect(
      withOrganization(ours.orgId, (tx) => tx.plan.create({ data: newPlan(theirs.orgId) })),
    ).rejects.toThrow();
    await expect(
      withOrganization(ours.orgId, (tx) =>
        tx.workload.create({
          data: { orgId: ours.orgId, planId: plan.id, id: "w", position: 0, body: {} },
        }),
      ),
    ).rejects.toThrow(/[Ff]oreign key/);
  });

  it("leaves no organization on the pooled connection, also after a failure", async () => {
    const orgs = await Promise.all(Array.from({ length: 20 }, () => newOrganization()));
    const work = orgs.map(({ orgId }, index) =>
      withOrganization(orgId, async (tx) => {
        await tx.plan.create({ data: newPlan(orgId) });
        if (index % 2) throw new Error("on purpose");
      }).catch(() => {}),
    );
    await Promise.all(work);
    const left = await Promise.all(
      Array.from(
        { length: 40 },
        () =>
          globalDb.$queryRaw<{ org: string | null; plans: bigint }[]>`
            select nullif(current_setting('app.org_id', true), '') as org, (select count(*) from plan) as plans`,
      ),
    );
    expect(new Set(left.map(([row]) => `${row?.org} ${row?.plans}`))).toEqual(new Set(["null 0"]));
  });

  it("reads one organization alone in a single message, and leaves nothing behind", async () => {
    const [ours, theirs] = [await newOrganization(), await newOrganization()];
    const plan = newPlan(theirs.orgId);
    await withOrganization(theirs.orgId, (tx) => tx.plan.create({ data: plan }));
    const seen = await Promise.all(
      [ours, theirs, ours, theirs].map(
        ({ orgId }) =>
          readInOrganization(orgId)<{ id: string }>`select id from plan where name = ${"Plan"}`,
      ),
    );
    expect(seen).toEqual([[], [{ id: plan.id }], [], [{ id: plan.id }]]);
    await expect(readInOrganization(theirs.orgId)`select 1 / 0 from plan`).rejects.toThrow(/zero/);
    const left = await Promise.all(
      Array.from(
        { length: 40 },
        () => readGlobal<{ org: string | null; plans: number }>`
          select nullif(current_setting('app.org_id', true), '') as org, count(*)::int as plans from plan`,
      ),
    );
    expect(new Set(left.map(([row]) => `${row?.org} ${row?.plans}`))).toEqual(new Set(["null 0"]));
    const quoted = "'); select '\\";
    const [said] = await readInOrganization(ours.orgId)<{ text: string }>`select ${quoted} as text`;
    expect(said?.text).toBe(quoted);
  });

  it("reads what its own transaction wrote", async () => {
    const { orgId } = await newOrganization();
    const plan = newPlan(orgId);
    const seen = await inOneTransaction(orgId, async (tx) => {
      await tx.plan.create({ data: plan });
      return readInOrganization(orgId)<{ id: string }>`select id from plan`;
    });
    expect(seen).toEqual([{ id: plan.id }]);
  });

  it("keeps the organization it began with after making another one", async () => {
    const ctx = await newOrganization();
    const seen = await withOrganization(ctx.orgId, async (tx) => {
      await tx.$queryRaw`select create_organization(${ctx.userId}::uuid, ${randomUUID()}::uuid, 'Second')::text`;
      return tx.organization.findMany({ select: { id: true } });
    });
    expect(seen).toEqual([{ id: ctx.orgId }]);
    const memberships =
      await globalDb.$queryRaw`select * from auth_memberships(${ctx.userId}::uuid)`;
    expect(memberships).toHaveLength(2);
  });

  it("is run again after a deadlock, and both sides come out", async () => {
    const { orgId } = await newOrganization();
    const [first, second] = [newPlan(orgId), newPlan(orgId)];
    await withOrganization(orgId, (tx) => tx.plan.createMany({ data: [first, second] }));
    let runs = 0;
    const rename = (ids: readonly string[], name: string) =>
      withOrganization(orgId, async (tx) => {
        runs += 1;
        for (const id of ids) {
          await tx.plan.update({ where: { orgId_id: { orgId, id } }, data: { name } });
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      });
    await Promise.all([
      rename([first.id, second.id], "one"),
      rename([second.id, first.id], "other"),
    ]);
    expect(runs).toBeGreaterThan(2);
    const plans = await withOrganization(orgId, (tx) => tx.plan.findMany());
    expect(new Set(plans.map(({ name }) => name)).size).toBe(1);
  });
});
