import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/auth/context";
import { closeDatabase, withOrganization } from "@/lib/data/client";
import { oneSheet } from "@/lib/importers/lines/testing/workbook-file";
import { nothingSet } from "@/lib/schemas/lines-import";
import { importLines } from "@/lib/services/lines-import-job";
import { requestLinesImport } from "@/lib/services/lines-imports";
import { createQuote } from "@/lib/services/quotes";
import { openMigratedDatabase } from "@/lib/testing/migrated-database";
import { newOrganization } from "@/lib/testing/organization";
import { testContent, testHead } from "@/lib/testing/quote";
import { lineFieldNames as names } from "@/lib/views/quote-names";
import { alone, median, type Result } from "./measure";

const lines = 50_000;
const rounds = 5;
const heads = [
  ...[names.category, names.description, names.partNumber, names.quantity, names.unit],
  ...[names.unitPrice, `${names.discount}, %`, `${names.tax}, %`],
];
const rowAt = (at: number) =>
  [
    at % 3 === 0 ? "Network" : "Server",
    `HGX H200 node, 8 accelerators, configuration ${at}`,
    `FM-H200-${at}`,
    1 + (at % 9),
    "server",
    (100_000 + at * 37) / 100,
    3.5,
    19,
  ] as const;
const rows = Array.from({ length: lines }, (_, at) => rowAt(at));

const files: Readonly<Record<string, () => Uint8Array>> = {
  "import.csv": () =>
    new TextEncoder().encode(
      [
        heads.map((head) => `"${head}"`),
        ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? `"${cell}"` : cell))),
      ]
        .map((row) => `${row.join(",")}\r\n`)
        .join(""),
    ),
  "import.xlsx": () => oneSheet([heads, ...rows]),
};

/** A file of 50,000 lines as the worker takes it: read in a process apart, each line checked, all of them committed. */
export async function importing(): Promise<Result[]> {
  process.env.NEXTAUTH_SECRET ??= randomUUID();
  const stop = await openMigratedDatabase();
  const results: Result[] = [];
  try {
    const ctx = await newOrganization();
    for (const [name, make] of Object.entries(files)) {
      const bytes = new Uint8Array(make());
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        taken.push(await seconds(ctx, { name, bytes }));
      results.push(
        alone(`${lines} lines from ${name}, validated and committed`, median(taken), "s"),
      );
    }
  } finally {
    await closeDatabase();
    await stop();
  }
  return results;
}

async function seconds(
  ctx: Context,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<number> {
  const [quoteId, jobId] = [randomUUID(), randomUUID()];
  await createQuote(ctx, {
    id: quoteId,
    head: { ...testHead, number: quoteId },
    content: testContent({ lines: [] }),
  });
  await requestLinesImport(ctx, {
    id: jobId,
    quoteId,
    expectedVersion: 1,
    mode: "add",
    settings: nothingSet,
    file,
  });
  const began = performance.now();
  const outcome = await importLines(ctx, {
    jobId,
    signal: new AbortController().signal,
    report: async () => {},
  });
  await withOrganization(ctx.orgId, async (tx) => outcome.write?.(tx));
  const took = (performance.now() - began) / 1000;
  await withOrganization(ctx.orgId, (tx) => tx.job.deleteMany({ where: { orgId: ctx.orgId } }));
  return took;
}
