import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { OrgId } from "@/lib/auth/context";
import { closeDatabase, inOneTransaction, withOrganization } from "@/lib/data/client";
import { findPlan } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import { recordCreation } from "@/lib/services/in-plan";
import { changeRfq } from "@/lib/services/in-rfq";
import { frozenIssue } from "@/lib/services/proposal-freezing";
import { createProposal, getProposal } from "@/lib/services/proposals";
import { receiveQuote, setQuoteStatus } from "@/lib/services/quote-changes";
import { applyQuote } from "@/lib/services/quote-plans";
import { createQuote } from "@/lib/services/quotes";
import { recordAnswer } from "@/lib/services/rfq-answers";
import { saveRfqQuestion, sendRfq } from "@/lib/services/rfq-changes";
import { createRfq, getRfq, saveRfq } from "@/lib/services/rfqs";
import { sampleComparison } from "./sample-comparison";
import { sampleProposal } from "./sample-proposal";
import { sampleQuotes } from "./sample-quotes";
import { sampleRfq, sampleRfqContent } from "./sample-rfq";
import { sampleOrganization, samplePlans } from "./samples";

/**
 * Brings the sample organization into the database and gives how many plans that added. What is
 * there stays as it is, also a plan that was changed or deleted. The environment must be the
 * web server's: plans are written as the application's role.
 */
export async function seed(ownerUrl: string): Promise<number> {
  if (await isComplete(ownerUrl)) return 0;
  await addOrganization(ownerUrl);
  try {
    for (const quote of sampleQuotes) await addQuote(quote);
    let added = (await addComparison()) ? 1 : 0;
    for (const { id, plan } of samplePlans) added += (await addPlan(id, plan)) ? 1 : 0;
    await addRfq(new Date());
    await addProposal();
    return added;
  } finally {
    await closeDatabase();
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.org_id', $1, true)", [sampleOrganization.id]);
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}

function isComplete(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const ids = [...samplePlans, sampleComparison].map(({ id }) => id);
    const found = await client.query(
      "select from plan where org_id = $1 and id = any($2::uuid[])",
      [sampleOrganization.id, ids],
    );
    const quoteIds = sampleQuotes.map(({ id }) => id);
    const quotes = await client.query(
      "select from quote where org_id = $1 and id = any($2::uuid[])",
      [sampleOrganization.id, quoteIds],
    );
    const rfqs = await client.query("select from rfq where org_id = $1 and id = $2", [
      ...[sampleOrganization.id, sampleRfq.id],
    ]);
    const issues = await client.query(
      "select from proposal_issue where org_id = $1 and proposal_id = $2",
      [...[sampleOrganization.id, sampleProposal.id]],
    );
    const isWhole =
      quotes.rowCount === quoteIds.length && rfqs.rowCount === 1 && issues.rowCount === 1;
    return found.rowCount === ids.length && isWhole;
  });
}

/** Only the owner may make an organization a sample. Its visitors share one user, who has no password. */
function addOrganization(ownerUrl: string): Promise<void> {
  const { id, name, visitorId, visitorName } = sampleOrganization;
  // Nobody can sign up with the visitor's address beforehand, and so become the visitor.
  const email = `visitor-${randomUUID()}@halden-mutual.example`;
  return asOwner(ownerUrl, async (client) => {
    await client.query(
      `insert into "user" (id, email, name, password_hash) values ($1, $2, $3, 'none')
       on conflict (id) do nothing`,
      [visitorId, email, visitorName],
    );
    await client.query(
      "insert into organization (id, name, is_sample) values ($1, $2, true) on conflict (id) do nothing",
      [id, name],
    );
    await client.query(
      "insert into membership (org_id, user_id, role) values ($1, $2, 'editor') on conflict do nothing",
      [id, visitorId],
    );
  });
}

function addPlan(id: string, plan: (typeof samplePlans)[number]["plan"]): Promise<boolean> {
  const orgId = sampleOrganization.id as OrgId;
  const actor = { orgId, userId: sampleOrganization.visitorId };
  return withOrganization(orgId, (tx) => recordCreation(tx, actor, { id, plan, action: "create" }));
}

const visitor = {
  orgId: sampleOrganization.id as OrgId,
  userId: sampleOrganization.visitorId,
  sessionId: sampleOrganization.id,
  role: "editor",
} as const;

/** The plan and its quotes in one step, so that a killed start leaves both or neither. */
function addComparison(): Promise<boolean> {
  const { id, plan, uses } = sampleComparison;
  return inOneTransaction(visitor.orgId, async () => {
    if (!(await addPlan(id, plan))) return false;
    for (const use of uses) await applyQuote(visitor, { ...use, planId: id, copyId: null });
    return true;
  });
}

/** As the visitor would have entered it; one that is there stays as it is. */
function addQuote({ id, head, content, status }: (typeof sampleQuotes)[number]): Promise<unknown> {
  const ctx = visitor;
  return inOneTransaction(ctx.orgId, async () => {
    const made = await createQuote(ctx, { id, head, content });
    if (made.version > 1) return;
    const { version } = await receiveQuote(ctx, { quoteId: id, expectedVersion: made.version });
    await setQuoteStatus(ctx, { quoteId: id, expectedVersion: version, status });
  });
}

/** As the visitor would have asked; the answer comes in as a worker brings one, and stays sealed. */
function addRfq(now: Date): Promise<unknown> {
  const { id: rfqId, origin, suppliers, question, answer } = sampleRfq;
  const content = sampleRfqContent(now);
  return inOneTransaction(visitor.orgId, async () => {
    const made = await createRfq(visitor, { id: rfqId, origin, content });
    if (made.version > 1) return;
    const asked = { rfqId, expectedVersion: made.version, content, isSealed: true };
    const { version } = await saveRfq(visitor, { ...asked, suppliers: [...suppliers] });
    await sendRfq(visitor, { rfqId, expectedVersion: version }, now);
    const found = (await getRfq(visitor, { rfqId })).suppliers;
    const supplierOf = (name: string) => found.find((one) => one.name === name)?.supplierId ?? "";
    const { from: asker, ...said } = question;
    await saveRfqQuestion(visitor, { ...said, rfqId, supplierId: supplierOf(asker) });
    const { from, id, content: answerTo } = answer;
    await changeRfq(visitor, rfqId, (tx, held) => {
      const of = { id, supplierId: supplierOf(from), rfqRevision: made.revision };
      return recordAnswer(tx, visitor, held, { ...answerTo(content, now), ...of }, now);
    });
  });
}

/** Of the plan as visitors have it by now: of one that is deleted there is none, of one that cannot be issued a draft. */
async function addProposal(): Promise<void> {
  const { id: proposalId, planId } = sampleProposal;
  const { orgId } = visitor;
  if (!(await withOrganization(orgId, (tx) => findPlan(tx, orgId, planId)))) return;
  await createProposal(visitor, sampleProposal);
  const opened = await getProposal(visitor, { proposalId });
  if (opened.issues.length > 0) return;
  const tools = { signal: new AbortController().signal, report: async () => {} };
  const frozen = await frozenIssue(visitor, opened, tools).catch(unlessRefused);
  if (frozen) await withOrganization(orgId, frozen.write);
}

function unlessRefused(error: unknown): null {
  if (error instanceof AppError && error.code === "INVALID") return null;
  throw error;
}
