import { counted, dateText, figureText, listed } from "@/lib/format";
import { evidenceClasses } from "@/lib/schemas/figure";
import { pricedInputs } from "../analysis-inputs";
import { currencyAt } from "../currency";
import { inputOwner } from "../links";
import { textCell } from "../table";
import type { TableView } from "../types";
import type { DocumentBlock } from "./document";
import type { ProposalMaterial } from "./material";

/** Every input that can move a cost, with where it comes from. */
export function assumptionsBlocks({ results }: ProposalMaterial): readonly DocumentBlock[] {
  const { plan } = results;
  const inputs = pricedInputs(plan);
  const table: TableView = {
    id: "assumptions",
    caption: "Every input that can move a cost, with its source and date",
    columns: [
      { id: "owner", label: "Of", align: "left" },
      { id: "input", label: "Input", align: "left" },
      { id: "value", label: "Value", align: "right" },
      { id: "evidence", label: "Evidence", align: "left" },
      { id: "source", label: "Source", align: "left" },
    ],
    rows: inputs.map(({ path, spec, value, evidence, figure }) => ({
      id: path,
      cells: [
        textCell(inputOwner(plan, path)),
        textCell(spec.label),
        { text: figureText(value, spec.unit, currencyAt(plan, path)), sort: value, evidence },
        textCell(evidence),
        textCell(
          [figure.source, figure.date && dateText(figure.date)].filter(Boolean).join(", ") ||
            "not said",
        ),
      ],
    })),
  };
  const counts = evidenceClasses.flatMap((name) => {
    const count = inputs.filter(({ evidence }) => evidence === name).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return [
    ...(counts.length > 0
      ? [
          {
            kind: "list",
            title: "",
            items: [`${counted(inputs.length, "assumption")}: ${listed(counts)}.`],
          } as const,
        ]
      : []),
    { kind: "table", title: "", table },
  ];
}
