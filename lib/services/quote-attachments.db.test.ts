import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { deleteExpiredFiles } from "@/lib/data/stored-files";
import { maxAttachmentBytes } from "@/lib/schemas/attachment";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testContent, testHead } from "@/lib/testing/quote";
import { makeExport } from "./organization-export";
import {
  addAttachment,
  getAttachment,
  removeAttachment,
  restoreAttachment,
} from "./quote-attachments";
import { receiveQuote } from "./quote-changes";
import { removeQuote, restoreQuote } from "./quote-drafts";
import { createQuote, getQuote } from "./quotes";

const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");

let ctx: Context;
let quoteId: string;
const quote = () => ({ id: quoteId, head: testHead, content: testContent() });
beforeEach(async () => {
  ctx = await newOrganization();
  quoteId = randomUUID();
  await createQuote(ctx, quote());
});

async function attach(change: {
  readonly name?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}) {
  const id = randomUUID();
  await addAttachment(ctx, { quoteId, id, file: { name: "Quote.pdf", bytes: pdf, ...change } });
  return { quoteId, attachmentId: id };
}
const attached = async () => (await getQuote(ctx, { quoteId })).attachments;

it("keeps a file byte by byte, under a safe name, as what its bytes are", async () => {
  const named = await attach({ name: "../Angebot\u202e.exe" });
  const file = await getAttachment(ctx, named);
  expect(file).toMatchObject({ name: "Angebot .exe.pdf", mediaType: "application/pdf" });
  expect(Buffer.from(file.bytes).equals(pdf)).toBe(true);
  expect(await attached()).toMatchObject([
    { revision: 1, sizeBytes: pdf.byteLength, createdBy: "Owner", isKept: false },
  ]);
  const { events } = await getQuote(ctx, { quoteId });
  expect(events[0]).toMatchObject({ action: "attach", by: "Owner", file: "Angebot .exe.pdf" });
});

it("refuses what is no such file, and what is too large", async () => {
  const html = new TextEncoder().encode("<html><script>alert(1)</script>");
  await expect(attach({ bytes: html })).rejects.toMatchObject({ code: "INVALID" });
  const large = new Uint8Array(maxAttachmentBytes + 1);
  large.set(pdf);
  await expect(attach({ bytes: large })).rejects.toMatchObject({
    message: "The file has 16 MB, and a file may have at most 16 MB. Attach a smaller one.",
  });
  expect(await attached()).toEqual([]);
});

it("attaches a file sent twice once", async () => {
  const file = { quoteId, id: randomUUID(), file: { name: "Quote.pdf", bytes: pdf } };
  await Promise.all([addAttachment(ctx, file), addAttachment(ctx, file)]);
  expect(await attached()).toHaveLength(1);
});

it("removes one, and puts it back as it was", async () => {
  const named = await attach({});
  await removeAttachment(ctx, named);
  expect(await attached()).toEqual([]);
  await expect(getAttachment(ctx, named)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await restoreAttachment(ctx, named);
  expect((await getAttachment(ctx, named)).name).toBe("Quote.pdf");
});

it("deletes a removed one when its time is over, and no other", async () => {
  const [removed, other] = [await attach({}), await attach({})];
  await removeAttachment(ctx, removed);
  await byOwner(ctx.orgId, "update stored_file set expires_at = now() where id = $1", [
    removed.attachmentId,
  ]);
  await withOrganization(ctx.orgId, (tx) => deleteExpiredFiles(tx, ctx.orgId));
  await expect(restoreAttachment(ctx, removed)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await getAttachment(ctx, other)).name).toBe("Quote.pdf");
});

describe("once the revision is received", () => {
  it("what came with it stays, by the service and by the database", async () => {
    const named = await attach({});
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    await expect(removeAttachment(ctx, named)).rejects.toMatchObject({
      message: expect.stringContaining("Quote.pdf came with revision 1, which is received"),
    });
    await expect(
      withOrganization(ctx.orgId, (tx) =>
        tx.storedFile.updateMany({
          where: { orgId: ctx.orgId, id: named.attachmentId },
          data: { expiresAt: new Date() },
        }),
      ),
    ).rejects.toThrow("keeps its files");
  });

  it("what comes later joins it, and can be removed", async () => {
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    const named = await attach({});
    expect(await attached()).toMatchObject([{ revision: 1, isKept: false }]);
    await removeAttachment(ctx, named);
    expect(await attached()).toEqual([]);
  });
});

describe("a draft", () => {
  it("is deleted and comes back with its lines and files", async () => {
    const named = await attach({});
    const { attachmentIds } = await removeQuote(ctx, { quoteId, expectedVersion: 1 });
    expect(attachmentIds).toEqual([named.attachmentId]);
    await expect(getQuote(ctx, { quoteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreQuote(ctx, { ...quote(), attachmentIds: [...attachmentIds] });
    expect((await getQuote(ctx, { quoteId })).revisions[0]?.lines).toHaveLength(4);
    expect((await getAttachment(ctx, named)).name).toBe("Quote.pdf");
  });

  it("brings back no file of another organization, and none that belongs to a quote", async () => {
    const named = await attach({});
    const stranger = await newOrganization();
    const input = { ...quote(), id: randomUUID(), attachmentIds: [named.attachmentId] };
    await restoreQuote(stranger, input);
    expect((await getQuote(stranger, { quoteId: input.id })).attachments).toEqual([]);
    await restoreQuote(ctx, { ...input, head: { ...testHead, number: "Other" } });
    expect(await attached()).toHaveLength(1);
  });

  it("alone can be deleted: what was received stays", async () => {
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    await expect(removeQuote(ctx, { quoteId, expectedVersion: 2 })).rejects.toMatchObject({
      message: "Q-2291 was received and stays. Decline it, where it is of no more use.",
    });
    await expect(
      withOrganization(ctx.orgId, (tx) => tx.quote.deleteMany({ where: { orgId: ctx.orgId } })),
    ).rejects.toThrow("was received and stays");
  });
});

it("leaves with everything else of the organization, byte by byte", async () => {
  await attach({ name: "Quote Q-2291.pdf" });
  const { file, counts } = await makeExport(ctx, {
    jobId: randomUUID(),
    signal: new AbortController().signal,
    report: async () => {},
  });
  expect(counts).toMatchObject({ suppliers: 1, quotes: 1, attachments: 1 });
  const files = unzipSync(file?.bytes ?? new Uint8Array());
  expect(Object.keys(files).sort()).toEqual([
    "attachments/Quote-Q-2291.pdf",
    "contents.json",
    "quotes/Fennmark-Systems-Q-2291.json",
    "suppliers/Fennmark-Systems.json",
  ]);
  expect(Buffer.from(files["attachments/Quote-Q-2291.pdf"] ?? []).equals(pdf)).toBe(true);
});

it("keeps no file in the sample organization, which visitors share", async () => {
  await byOwner(ctx.orgId, "update organization set is_sample = true where id = $1", [ctx.orgId]);
  await expect(
    addAttachment(ctx, { quoteId, id: randomUUID(), file: { name: "Quote.pdf", bytes: pdf } }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringMatching(/so it keeps no files. Sign up/),
  });
});
