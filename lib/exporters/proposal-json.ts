import type { Plan, PlanFile } from "@/lib/schemas/plan";
import { planSchemaVersion } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { type DocumentTable, documentTables } from "@/lib/views/proposal/document-tables";
import type { Cell } from "@/lib/views/types";
import type { ProposalSource } from "./proposal-files";

/** A plan as the file that the product imports. */
export const proposalPlanFile = (plan: Plan): PlanFile => ({
  ...{ loadline: "plan", schemaVersion: planSchemaVersion },
  plan: withoutDangling(plan),
});

/** All of a proposal that a program may want: what it says, its tables, the results, and the plan file. */
export function proposalJson(source: ProposalSource): Uint8Array<ArrayBuffer> {
  const { document, plan, projection } = source;
  const { title, name, subject, house, issued } = document;
  const content = {
    loadline: "proposal",
    schemaVersion: 1,
    ...{ title, name, subject, organizationName: house.organizationName, issued },
    tables: documentTables(document, plan.currency).map(tableOf),
    results: projection,
    planFile: proposalPlanFile(plan),
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 1)}\n`);
}

/** Each cell as its number where it is one, beside the text that people read. */
const tableOf = ({ section, title, table }: DocumentTable) => ({
  ...{ id: table.id, section, title, caption: table.caption },
  ...(table.about !== undefined && { about: table.about }),
  columns: table.columns.map(({ id, label, unit }) => ({ id, label, unit: unit ?? null })),
  rows: table.rows.map(({ id, cells }) => ({ id, cells: cells.map(cellOf) })),
  totals: table.totals?.map(cellOf) ?? null,
});

const cellOf = ({ text, sort, evidence, note }: Cell) => ({
  text,
  value: typeof sort === "number" && Number.isFinite(sort) ? sort : null,
  ...(evidence && { evidence }),
  ...(note !== undefined && { note }),
});
