import { createHash, randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Context } from "@/lib/auth/context";
import { beginShareVisit, openSharedPage, tryPasscode } from "@/lib/auth/share-visit";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import { firstCriteria } from "@/lib/schemas/quote-review";
import type { CreateShareLink } from "@/lib/schemas/share-link";
import { issuedProposal } from "@/lib/testing/issued-proposal";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { importPlan } from "./plans";
import { deleteProposal, getProposal } from "./proposals";
import { saveQuoteReview } from "./quote-reviews";
import { countOpenLinks, createShareLink, listShareLinks, revokeShareLink } from "./share-links";

const here = { ip: "127.0.0.1", isLocal: true };
const there = { ip: "203.0.113.9", isLocal: false };
const visitor = { browser: "Safari 19 on iPhone" };
const passcode = "board of nine";

let ctx: Context;
let of: { readonly proposalId: string; readonly issue: number };

async function newIssue(owner: Context, title: string) {
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  const { id } = await importPlan(owner, { id: randomUUID(), file });
  return issuedProposal(owner, id, title);
}

beforeEach(async () => {
  ctx = await newOrganization();
  of = await newIssue(ctx, "Ours");
});

const make = (more: Partial<CreateShareLink> = {}, by = ctx) => {
  const asked = { id: randomUUID(), ...of, label: "Board", lifetimeDays: 30, passcode: null };
  return createShareLink(by, { ...asked, ...more } as CreateShareLink);
};
const tokenOf = ({ path }: { readonly path: string }) => path.slice("/shared/".length);
const follow = (link: { readonly path: string }) => beginShareVisit(tokenOf(link), here, visitor);

async function begun(link: { readonly path: string }) {
  const visit = await follow(link);
  if (!visit) throw new Error("the link does not open");
  return visit;
}
const ended = { state: "ended" };
const list = () => listShareLinks(ctx, of);
const expire = (id: string) =>
  byOwner(
    ctx.orgId,
    "update share_link set created_at = now() - interval '8 days', expires_at = now() - interval '1 second' where id = $1",
    [id],
  );

describe("a share link", () => {
  it("is made and listed by nobody from whom the plan's prices are hidden", async () => {
    const blind = await newMember(ctx, "editor");
    await make({}, blind);
    const { planId } = await getProposal(ctx, of);
    const evaluators = [{ userId: blind.userId, seesPrices: false }];
    const review = { planId, expectedVersion: null, criteria: [...firstCriteria] };
    await saveQuoteReview(ctx, { ...review, evaluators });
    await expect(make({}, blind)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listShareLinks(blind, of)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(make({ issue: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is 32 random bytes, of which a hash alone is kept, and ends", async () => {
    const link = await make({ passcode });
    expect(tokenOf(link)).toMatch(/^[\w-]{43}$/);
    const { secret } = await begun(link);
    const tables = ["share_link", "share_visit", "audit_event", "proposal"];
    const parts = tables.map((table) => `(select jsonb_agg(t)::text from ${table} t)`).join("||");
    const [row] = await byOwner<{ held: string }>(ctx.orgId, `select ${parts} as held`);
    for (const kept of [tokenOf(link), passcode, secret]) expect(row?.held).not.toContain(kept);
    expect(row?.held).toContain(createHash("sha256").update(tokenOf(link)).digest("hex"));
    expect(row?.held).toContain("$argon2id$");
    const [listed] = await list();
    expect(listed).toMatchObject({ label: "Board", hasPasscode: true, state: "open" });
    expect(JSON.stringify(listed)).not.toMatch(/argon2|hash/i);
    for (const expires of ["null", "now() + interval '2 years'"])
      await expect(
        byOwner(
          ctx.orgId,
          `insert into share_link (org_id, id, proposal_id, issue, label, token_hash, expires_at)
           values ($1, $2, $3, 1, 'x', $4, ${expires})`,
          [ctx.orgId, randomUUID(), of.proposalId, randomUUID()],
        ),
      ).rejects.toThrow(/null value|share_link_ends/);
  });

  it("is made once however often the form is sent, and for what was issued alone", async () => {
    const id = randomUUID();
    await make({ id });
    await expect(make({ id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(make({ issue: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await list()).toHaveLength(1);
    await expect(make({}, as(ctx, "viewer"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("opens its issue again and again, and says who read, but not where from", async () => {
    const link = await make();
    expect(await list()).toMatchObject([{ viewCount: 0, views: [] }]);
    await begun(link);
    expect(await list()).toMatchObject([{ viewCount: 0, views: [] }]);
    const visit = await begun(link);
    for (const _ of "twice") {
      const page = await openSharedPage(visit.secret, visit.linkId);
      expect(page).toMatchObject({ state: "open", issue: { issue: 1 } });
    }
    const [listed] = await list();
    expect(listed).toMatchObject({ viewCount: 1, views: [{ browser: "Safari 19 on iPhone" }] });
  });

  it("is listed with as many queries, however many links there are", async () => {
    const query = vi.spyOn(Client.prototype, "query");
    const asked = async () => {
      query.mockClear();
      const links = await list();
      return {
        links: links.map(({ viewCount }) => viewCount).sort(),
        queries: query.mock.calls.length,
      };
    };
    const read = async () => {
      const visit = await begun(await make({ id: randomUUID() }));
      await openSharedPage(visit.secret, visit.linkId);
    };
    await read();
    const one = await asked();
    for (const _ of "four") await read();
    const { id: linkId } = await make({ id: randomUUID() });
    const six = await asked();
    expect(await countOpenLinks(ctx, of)).toBe(6);
    await revokeShareLink(ctx, { proposalId: of.proposalId, linkId });
    expect(await countOpenLinks(ctx, of)).toBe(5);
    query.mockRestore();
    expect([one.links, six.links]).toEqual([[1], [0, 1, 1, 1, 1, 1]]);
    expect(six.queries).toBe(one.queries);
  });

  it("is revoked at once, for those who are reading too, and once", async () => {
    const link = await make();
    const visit = await begun(link);
    for (const _ of "twice")
      await revokeShareLink(ctx, { proposalId: of.proposalId, linkId: link.id });
    expect(await openSharedPage(visit.secret, visit.linkId)).toEqual(ended);
    expect(await follow(link)).toBeNull();
    expect(await list()).toMatchObject([{ state: "revoked" }]);
    const events = await byOwner<{ action: string }>(
      ctx.orgId,
      "select action from audit_event where subject = 'proposal' order by at",
    );
    expect(events.map(({ action }) => action)).toEqual(["create", "share", "revoke"]);
  });

  it("ends with its day, and with its proposal", async () => {
    const [short, long] = [await make({ lifetimeDays: 7 }), await make()];
    const [first, second] = [await begun(short), await begun(long)];
    await expire(short.id);
    expect(await openSharedPage(first.secret, first.linkId)).toEqual(ended);
    expect(await follow(short)).toBeNull();
    expect((await list()).map(({ state }) => state).toSorted()).toEqual(["expired", "open"]);
    await deleteProposal(ctx, { proposalId: of.proposalId, title: "Ours" });
    expect(await openSharedPage(second.secret, second.linkId)).toEqual(ended);
    expect(await follow(long)).toBeNull();
    const left = await byOwner(ctx.orgId, "select from share_visit where org_id = $1", [ctx.orgId]);
    expect(left).toEqual([]);
  });
});

describe("a stranger", () => {
  it("gets nothing by what is no token, or no longer one", async () => {
    const link = await make();
    const token = tokenOf(link);
    const wrong = [
      "",
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      createHash("sha256").update(token).digest("hex"),
      link.id,
      "' or true --",
      "../view",
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    ];
    for (const one of wrong) expect(await beginShareVisit(one, here, visitor)).toBeNull();
  });

  it("gets nothing by a cookie that was never given, or is another link's", async () => {
    const theirs = await newOrganization();
    const [ours, other] = [await begun(await make()), await begun(await make())];
    const foreign = await begun(await make(await newIssue(theirs, "Theirs"), theirs));
    const cookies = [
      undefined,
      "",
      ours.linkId,
      other.secret,
      foreign.secret,
      ours.secret.slice(1),
      createHash("sha256").update(ours.secret).digest("hex"),
      "x".repeat(43),
    ];
    for (const cookie of cookies) expect(await openSharedPage(cookie, ours.linkId)).toEqual(ended);
    expect(await openSharedPage(ours.secret, foreign.linkId)).toEqual(ended);
    expect(await openSharedPage(ours.secret, randomUUID())).toEqual(ended);
    expect(await openSharedPage(ours.secret, "' or true --")).toEqual(ended);
    const page = await openSharedPage(foreign.secret, foreign.linkId);
    expect(JSON.stringify(page)).toContain("Theirs");
    expect(JSON.stringify(page)).not.toContain("Ours");
  });

  it("of another organization neither lists, makes nor revokes, as if there were none", async () => {
    const link = await make();
    const stranger = await newOrganization();
    const named = { proposalId: of.proposalId, linkId: link.id };
    const missing = { code: "NOT_FOUND" };
    await expect(listShareLinks(stranger, of)).rejects.toMatchObject(missing);
    await expect(make({}, stranger)).rejects.toMatchObject(missing);
    await expect(revokeShareLink(stranger, named)).rejects.toMatchObject(missing);
    const own = await newIssue(stranger, "Theirs");
    await expect(
      revokeShareLink(stranger, { ...named, proposalId: own.proposalId }),
    ).rejects.toMatchObject(missing);
    expect(await withOrganization(stranger.orgId, (tx) => tx.shareLink.findMany())).toEqual([]);
    expect(await withOrganization(stranger.orgId, (tx) => tx.shareVisit.findMany())).toEqual([]);
    expect(await list()).toMatchObject([{ state: "open" }]);
  });
});

describe("a passcode", () => {
  const attempt = (visit: { secret: string; linkId: string }, passcode: string, caller = there) =>
    tryPasscode(visit.secret, visit.linkId, { passcode, ...visitor }, caller);

  it("opens for the browser that knew it, under a new secret", async () => {
    const visit = await begun(await make({ passcode }));
    expect(await openSharedPage(visit.secret, visit.linkId)).toEqual({ state: "passcode" });
    expect(await attempt(visit, "board of ten")).toEqual({ state: "wrong" });
    const tried = await attempt(visit, passcode);
    if (tried.state !== "open") throw new Error("the passcode does not open");
    expect(await openSharedPage(tried.begun.secret, visit.linkId)).toMatchObject({ state: "open" });
    expect(await openSharedPage(visit.secret, visit.linkId)).toEqual(ended);
    expect(await list()).toMatchObject([{ viewCount: 1 }]);
  });

  it("is guessed at five times, then the right one waits as well, and other people do not", async () => {
    const link = await make({ passcode });
    const visit = await begun(link);
    for (const guess of ["1", "2", "3", "4", "5"])
      expect(await attempt(visit, guess)).toEqual({ state: "wrong" });
    expect(await attempt(visit, passcode)).toEqual({ state: "pause" });
    expect(await attempt(await begun(link), passcode)).toEqual({ state: "pause" });
    expect(await attempt(visit, passcode, here)).toMatchObject({ state: "open" });
  });

  it("opens nothing that was revoked meanwhile, or by another link's visit", async () => {
    const [link, other] = [await make({ passcode }), await make({ passcode: "another code" })];
    const [visit, elsewhere] = [await begun(link), await begun(other)];
    expect(await attempt({ ...visit, secret: elsewhere.secret }, passcode)).toEqual(ended);
    await revokeShareLink(ctx, { proposalId: of.proposalId, linkId: link.id });
    expect(await attempt(visit, passcode)).toEqual(ended);
  });
});
