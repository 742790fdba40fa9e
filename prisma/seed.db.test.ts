import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { OrgId } from "@/lib/auth/context";
import { closeDatabase, withOrganization } from "@/lib/data/client";
import { findPlan, listPlans } from "@/lib/data/plans";
import { findIssueText, listIssues } from "@/lib/data/proposal-issues";
import { findQuote } from "@/lib/data/quotes";
import { findRfq } from "@/lib/data/rfqs";
import { findSample } from "@/lib/data/users";
import { project, quoteTotals } from "@/lib/engine/index";
import type { QuoteContent, QuoteHead } from "@/lib/schemas/quote";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { openAppRole } from "@/scripts/database";
import { migrate } from "@/scripts/migrate";
import { startTemporaryDatabase, type TemporaryDatabase } from "@/scripts/temporary-database";
import { sampleComparison } from "./sample-comparison";
import { sampleProposal } from "./sample-proposal";
import { sampleQuotes } from "./sample-quotes";
import { sampleRfq } from "./sample-rfq";
import { sampleOrganization, samplePlans } from "./samples";
import { seed } from "./seed";

type Held = QuoteHead & { readonly newest: QuoteContent };

const orgId = sampleOrganization.id as OrgId;
const plans = () => withOrganization(orgId, (tx) => listPlans(tx, orgId));
const planAt = (id: string) => withOrganization(orgId, (tx) => findPlan(tx, orgId, id));
const [changed, removed] = samplePlans;

let database: TemporaryDatabase;

async function byOwner(statement: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("select set_config('app.org_id', $1, false)", [orgId]);
  await client.query(statement, [...values]);
  await client.end();
}

beforeAll(async () => {
  database = await startTemporaryDatabase();
  await migrate(database.ownerUrl);
  vi.stubEnv("APP_DATABASE_URL", await openAppRole(database.ownerUrl, database.appPassword));
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests alone");
}, 60_000);

afterAll(async () => {
  await closeDatabase();
  await database.stop();
});

it("brings the sample organization, its visitor and its plans as their files have them", async () => {
  expect(await seed(database.ownerUrl)).toBe(samplePlans.length + 1);
  expect(await findSample()).toEqual({ orgId, userId: sampleOrganization.visitorId });
  for (const { id, plan } of samplePlans) {
    const held = await planAt(id);
    expect(held?.plan).toEqual(plan);
    expect(held && project(held.plan).ranking.length).toBeGreaterThanOrEqual(3);
  }
  expect((await plans())[0]?.name).toBe("Claims assistant");
  const quotes: Held[] = [];
  for (const { id, head, status, content } of sampleQuotes) {
    const held = await withOrganization(orgId, (tx) => findQuote(tx, orgId, id));
    expect(held).toMatchObject({ ...head, status });
    const newest = held?.revisions.find(({ receivedAt }) => receivedAt !== null);
    expect(newest).toMatchObject(content);
    if (held && newest) quotes.push({ ...head, newest });
  }
  const complete = quotes.filter(
    ({ newest, currency }) => quoteTotals(newest, currency).lacks.length === 0,
  );
  expect(complete.map(({ supplierName }) => supplierName).sort()).toEqual([
    "Fennmark Systems",
    "Oriel Compute",
  ]);
  for (const { newest, currency } of complete)
    expect(quoteTotals(newest, currency).difference).toBe("0.0000");
});

it("brings three quotes in a plan: two complete offers in two currencies, and one with a price missing", async () => {
  const held = await planAt(sampleComparison.id);
  if (!held) throw new Error("the comparison is not there");
  const { plan } = held;
  const used = plan.options.flatMap((option) =>
    option.kind === "on-premises"
      ? [[option.quoteUsed?.servers, option.quote.serverPrice.value]]
      : [],
  );
  // 271,900 EUR at 1.1412
  expect(used).toEqual([
    [4, 318_400],
    [4, 310_292.28],
    [3, 462_000],
  ]);
  const { ranking } = project(plan);
  expect(ranking).toContain("fennmark");
  expect(ranking).toContain("oriel");
  expect(ranking).not.toContain("stavra");
});

it("brings an RFQ that is out: two suppliers, one sealed answer nobody can read yet, one question answered", async () => {
  const held = await withOrganization(orgId, (tx) => findRfq(tx, orgId, sampleRfq.id));
  expect(held).toMatchObject({
    ...{ status: "sent", isSealed: true, openedAt: null, sentRevision: 1 },
    origin: sampleRfq.origin,
    questions: [{ answer: sampleRfq.question.answer, answeredAt: expect.any(String) }],
  });
  expect(held?.suppliers.map(({ name, answers }) => [name, answers.length])).toEqual([
    ["Fennmark Systems", 1],
    ["Stavra", 0],
  ]);
  expect(held?.suppliers[0]?.answers[0]?.quote).toBeNull();
  expect(Date.parse(held?.deadlineAt ?? "")).toBeGreaterThan(Date.now());
  const [newest] = held?.revisions ?? [];
  const server = newest?.items.find(({ category }) => category === "server");
  expect(Number(server?.quantity)).toBeGreaterThan(0);
  expect(JSON.stringify(held)).not.toContain("305900");
});

it("brings a proposal that was issued, with figures of its plan in its own words", async () => {
  const [issue] = await withOrganization(orgId, (tx) =>
    listIssues(tx, orgId, { proposalId: sampleProposal.id }),
  );
  expect(issue).toMatchObject({ issue: 1, planVersion: 1 });
  const key = { proposalId: sampleProposal.id, issue: 1 };
  const text = await withOrganization(orgId, (tx) => findIssueText(tx, orgId, key));
  const document = JSON.parse(text?.document ?? "") as ProposalDocument;
  expect(document.sections.map(({ title }) => title)).toContain("Why now");
  const keys = (JSON.stringify(sampleProposal.content).match(/"key":/g) ?? []).length;
  expect(JSON.stringify(document).match(/"figureKey":"/g)?.length).toBeGreaterThanOrEqual(keys);
});

it("leaves what people did, on every later start", async () => {
  await byOwner("update plan set name = 'Ours' where id = $1", [changed?.id]);
  await byOwner("update plan set deleted_at = now() where id = $1", [removed?.id]);

  expect(await seed(database.ownerUrl)).toBe(0);
  expect((await planAt(changed?.id ?? ""))?.plan.name).toBe("Ours");
  expect(await planAt(removed?.id ?? "")).toBeNull();
  expect(await plans()).toHaveLength(samplePlans.length);
});

it("finishes what a killed start left undone", async () => {
  await byOwner("delete from audit_event where plan_id = $1", [changed?.id]);
  await byOwner("delete from plan where id = $1", [changed?.id]);

  expect(await seed(database.ownerUrl)).toBe(1);
  expect((await planAt(changed?.id ?? ""))?.plan).toEqual(changed?.plan);
});
