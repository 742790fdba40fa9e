import type { OrgId } from "@/lib/auth/context";
import {
  type HouseStyle,
  type HouseStyleContent,
  houseStyleContent,
  plainHouse,
} from "@/lib/schemas/house-style";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

export type HeldHouseStyle = {
  readonly content: HouseStyleContent;
  readonly version: number;
};

/** What the organization chose; null while it has chosen nothing. */
export async function findHouseStyle(
  tx: Transaction,
  orgId: OrgId,
): Promise<HeldHouseStyle | null> {
  const row = await tx.houseStyle.findUnique({ where: { orgId } });
  if (!row) return null;
  const { content, logo, logoMediaType, version } = row;
  const base64 = logo && Buffer.from(logo).toString("base64");
  const kept = { ...(content as object), logo: base64 && { mediaType: logoMediaType, base64 } };
  return { content: houseStyleContent.parse(kept), version };
}

/** Under its own name, plain while nothing was chosen. */
export async function houseStyleOf(
  tx: Transaction,
  orgId: OrgId,
  organizationName: string,
): Promise<HouseStyle> {
  const held = await findHouseStyle(tx, orgId);
  return held ? { organizationName, ...held.content } : plainHouse(organizationName);
}

/** Raises the version; the organization is locked by whoever compared it. */
export async function saveHouseStyle(
  tx: Transaction,
  { orgId, userId }: Actor,
  { logo, ...content }: HouseStyleContent,
): Promise<number> {
  const row = {
    content,
    logo: logo && new Uint8Array(Buffer.from(logo.base64, "base64")),
    logoMediaType: logo?.mediaType ?? null,
    savedByUserId: userId,
  };
  const { version } = await tx.houseStyle.upsert({
    where: { orgId },
    create: { orgId, ...row },
    update: { ...row, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}
