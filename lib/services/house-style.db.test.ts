import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { type HouseStyleContent, plainHouseStyle } from "@/lib/schemas/house-style";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { getHouseStyle, saveHouseStyle } from "./house-style";
import { makeExport } from "./organization-export";
import { createPlan } from "./plans";
import { createProposal, getProposal } from "./proposals";

/** One red dot. */
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4oKAAAAKkAQHjTKctAAAAAElFTkSuQmCC";
const style: HouseStyleContent = {
  accentColour: "#7A1F3D",
  logo: { mediaType: "image/png", base64: dot },
  confidentiality: "Board only",
  footer: "Halden Mutual AG, Zurich",
  formats: { numbers: "1'234.56", dates: "20.11.2026", currency: "code" },
};

let owner: Context;
const save = (content: HouseStyleContent, expectedVersion = 0, ctx = owner) =>
  saveHouseStyle(ctx, { expectedVersion, content });

beforeEach(async () => {
  owner = await newOrganization("Halden");
});

describe("the house style", () => {
  it("begins plain, comes back as it was saved, and the save is in the audit", async () => {
    expect(await getHouseStyle(owner)).toEqual({
      ...{ content: plainHouseStyle, version: 0 },
      ...{ organizationName: "Halden", canEdit: true },
    });
    expect(await save(style)).toEqual({ version: 1 });
    expect(await getHouseStyle(as(owner, "viewer"))).toMatchObject({
      ...{ content: style, version: 1, canEdit: false },
    });
    const told = await byOwner(
      owner.orgId,
      "select action, subject, detail from audit_event where org_id = $1 and subject = 'organization'",
      [owner.orgId],
    );
    expect(told).toEqual([
      { action: "save-house-style", subject: "organization", detail: { version: 1 } },
    ]);
    expect(await save(plainHouseStyle, 1)).toEqual({ version: 2 });
    expect((await getHouseStyle(owner)).content).toEqual(plainHouseStyle);
  });

  it("is on every proposal, under the organization's own name", async () => {
    const planId = randomUUID();
    await createPlan(owner, { id: planId, name: "P", templateId: "blank" });
    const id = randomUUID();
    await createProposal(owner, { id, planId, content: newProposalContent("P") });
    const house = async () => (await getProposal(owner, { proposalId: id })).house;
    expect(await house()).toEqual({ organizationName: "Halden", ...plainHouseStyle });
    await save(style);
    expect(await house()).toEqual({ organizationName: "Halden", ...style });
  });

  it("is in the export of everything", async () => {
    await save(style);
    const { file } = await makeExport(owner, {
      ...{ jobId: randomUUID(), signal: new AbortController().signal, report: async () => {} },
    });
    const files = unzipSync(file?.bytes ?? new Uint8Array());
    const kept = JSON.parse(strFromU8(files["house/house-style.json"] ?? new Uint8Array()));
    expect(kept).toMatchObject({ loadline: "house-style", content: style, version: 1 });
  });

  it("is saved by administrators and owners alone", async () => {
    for (const role of ["editor", "viewer"] as const)
      await expect(save(style, 0, as(owner, role))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await save(style, 0, as(owner, "admin"))).toEqual({ version: 1 });
  });

  it("refuses a save from an older version, and takes the same save twice as one", async () => {
    await save(style);
    expect(await save(style)).toEqual({ version: 1 });
    await expect(save({ ...style, footer: "Other" })).rejects.toMatchObject({
      ...{ code: "CONFLICT", currentVersion: 1 },
    });
    expect((await getHouseStyle(owner)).content.footer).toBe(style.footer);
  });

  it("refuses a logo that is none, whatever it says it is", async () => {
    const logo = { mediaType: "image/png", base64: btoa("<svg onload=alert(1)>") } as const;
    await expect(save({ ...style, logo })).rejects.toMatchObject({
      ...{ code: "INVALID", fields: { logo: expect.stringContaining("An SVG") } },
    });
    expect((await getHouseStyle(owner)).version).toBe(0);
  });
});
