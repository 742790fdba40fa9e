import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { findRfq } from "@/lib/data/rfqs";
import { findSupplier } from "@/lib/data/suppliers";
import { AppError } from "@/lib/errors";
import type { RfqPaper } from "@/lib/exporters/rfq-paper";
import { rfqContentOf } from "@/lib/schemas/rfq";
import { noSuchRfq, rfqIdOf } from "./in-rfq";
import { askedOf } from "./rfq-changes";

/** What one supplier gets: the newest revision that was sent, and what was answered to all. */
export async function getRfqPaper(
  ctx: Context,
  { rfqId, supplierId }: { readonly rfqId: string; readonly supplierId: string },
): Promise<RfqPaper> {
  authorize(ctx, "quote:read");
  const id = rfqIdOf(rfqId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findRfq(tx, ctx.orgId, id);
    if (!held) throw noSuchRfq();
    const asked = askedOf(held, supplierId);
    const revision = held.revisions.find(({ sentAt }) => sentAt !== null);
    if (!revision?.sentAt)
      throw new AppError(
        "INVALID",
        "This RFQ is a draft. Send it first: its files follow from that.",
      );
    const supplier = await findSupplier(tx, ctx.orgId, asked.supplierId);
    const { settings } = await findOrganizationSettings(tx, ctx.orgId);
    return {
      rfqId: held.id,
      organizationName: settings.name,
      revision: revision.revision,
      sentAt: revision.sentAt,
      isSealed: held.isSealed,
      content: rfqContentOf(revision),
      supplier: {
        id: asked.supplierId,
        name: asked.name,
        contactName: supplier?.contactName ?? "",
      },
      questions: held.questions.filter(({ answeredAt }) => answeredAt !== null),
    };
  });
}
