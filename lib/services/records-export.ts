import type { Context } from "@/lib/auth/context";
import { listEntriesBehind } from "@/lib/data/catalog-entries";
import { withOrganization } from "@/lib/data/client";
import { findHouseStyle } from "@/lib/data/house-styles";
import { listAwards, listMemos } from "@/lib/data/quote-awards";
import { findReview } from "@/lib/data/quote-reviews";
import { findRfq, listRfqs } from "@/lib/data/rfqs";
import { refuseTooLarge } from "@/lib/data/stored-files";
import type { OrganizationArchive } from "@/lib/exporters/organization-archive";

type Packing = {
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  readonly counts: Record<string, number>;
};

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const entriesAtOnce = 500;

/** RFQs, how each plan's quotes were judged and awarded, the organization's own catalog entries and its house style. */
export async function packRecords(
  ctx: Context,
  archive: OrganizationArchive,
  { plans, counts }: Packing,
): Promise<void> {
  const rfqs = await packRfqs(ctx, archive);
  refuseTooLarge(archive.size());
  const judged = { scores: 0, awards: 0, memos: 0 };
  for (const plan of plans) {
    const found = await packPlan(ctx, archive, plan);
    for (const name of ["scores", "awards", "memos"] as const) judged[name] += found[name];
    refuseTooLarge(archive.size());
  }
  const catalogEntries = await packCatalog(ctx, archive);
  await packHouseStyle(ctx, archive);
  refuseTooLarge(archive.size());
  Object.assign(counts, { RFQs: rfqs, ...judged, "catalog entries": catalogEntries });
}

/** What sealed answers say is in none of it: nobody reads that before they are opened. */
async function packRfqs({ orgId }: Context, archive: OrganizationArchive): Promise<number> {
  const listed = await withOrganization(orgId, (tx) => listRfqs(tx, orgId));
  for (const { id, newest } of listed) {
    const held = await withOrganization(orgId, (tx) => findRfq(tx, orgId, id));
    if (!held) continue;
    const bytes = jsonText({ loadline: "rfq", ...held });
    archive.addFile({ folder: "rfqs", id, name: newest.title, ending: ".json", bytes, about: {} });
  }
  return listed.length;
}

async function packPlan(
  { orgId }: Context,
  archive: OrganizationArchive,
  { id: planId, name }: Packing["plans"][number],
) {
  const { review, awards, memos } = await withOrganization(orgId, async (tx) => ({
    review: await findReview(tx, orgId, { planId }),
    awards: await listAwards(tx, orgId, { planId }),
    memos: await listMemos(tx, orgId, { planId }),
  }));
  const counts = { scores: review.scores.length, awards: awards.length, memos: memos.length };
  if (review.version === null && awards.length === 0 && memos.length === 0) return counts;
  const about = { planId };
  const kept = { review, awards: awards.map(({ before: _, ...one }) => one) };
  const bytes = jsonText({ loadline: "award", planId, ...kept });
  archive.addFile({ folder: "awards", id: planId, name, ending: ".json", bytes, about });
  for (const { version, body } of memos)
    archive.addFile({
      ...{ folder: "awards", id: planId, name: `${name} memo v${version}`, ending: ".md" },
      ...{ bytes: body, about: { ...about, version } },
    });
  return counts;
}

async function packHouseStyle({ orgId }: Context, archive: OrganizationArchive): Promise<void> {
  const held = await withOrganization(orgId, (tx) => findHouseStyle(tx, orgId));
  if (!held) return;
  const bytes = jsonText({ loadline: "house-style", ...held });
  const about = { version: held.version };
  archive.addFile({
    folder: "house",
    id: orgId,
    name: "house-style",
    ending: ".json",
    bytes,
    about,
  });
}

async function packCatalog({ orgId }: Context, archive: OrganizationArchive): Promise<number> {
  const entries: unknown[] = [];
  for (let behind = ""; ; ) {
    const asked = { recordId: behind, limit: entriesAtOnce };
    const found = await withOrganization(orgId, (tx) => listEntriesBehind(tx, orgId, asked));
    entries.push(...found.map(({ removed: _, ...entry }) => entry));
    const last = found.at(-1);
    if (!last || found.length < entriesAtOnce) break;
    behind = last.recordId;
  }
  if (entries.length === 0) return 0;
  const bytes = jsonText({ loadline: "catalog", entries });
  const name = "own-entries";
  archive.addFile({ folder: "catalog", id: "catalog", name, ending: ".json", bytes, about: {} });
  return entries.length;
}
