import type { OptionKind } from "@/lib/schemas/option";
import type { Workload } from "@/lib/schemas/workload";

export type RowName = { readonly id: string; readonly name?: string };

/** What a row of each kind is called where nobody named it. */
const nouns: Readonly<Record<OptionKind | Workload["kind"], string>> = {
  inference: "Inference workload",
  training: "Training workload",
  api: "API option",
  cloud: "Cloud option",
  "on-premises": "On-premises option",
  edge: "Edge option",
  portfolio: "Portfolio option",
};

/** Rows inside a row have an id alone. */
const parts: Readonly<Record<string, string>> = {
  tiers: "tier",
  commitments: "commitment",
  furtherOwned: "group",
  levers: "lever",
};

/** Ids and names of the rows of a list that say what they are and the how many-th, and nothing else. */
export function rowNames(
  list: string,
  rows: readonly { readonly kind?: string }[],
): readonly RowName[] {
  const counts = new Map<string, number>();
  const nth = (kind: string) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
  const part = parts[list];
  return rows.map(({ kind = "" }) => {
    if (list === "workloads" || list === "options") {
      const number = nth(kind);
      return { id: `${kind}-${number}`, name: `${nouns[kind as keyof typeof nouns]} ${number}` };
    }
    if (list === "scenarios") {
      const number = nth(list);
      return { id: `scenario-${number}`, name: `Scenario ${number}` };
    }
    return part === undefined ? ({} as RowName) : { id: `${part}-${nth(part)}` };
  });
}
