"use client";

import { clsx } from "clsx";
import type { AssumptionInput } from "./assumption-inputs";
import { FigureRow, PathRow } from "./assumption-rows";
import { ElasticityRow } from "./elasticity-row";

const heads = [
  { label: "Input" },
  { label: "Value" },
  { label: "Range", className: "max-lg:hidden" },
  { label: "Evidence", className: "max-lg:hidden" },
  { label: "Source and date", className: "max-xl:hidden" },
];

const rows = { figure: FigureRow, path: PathRow, elasticity: ElasticityRow };

export function AssumptionHead() {
  return (
    <thead className="max-md:sr-only">
      <tr className="bg-sunken text-left text-ink-3 text-xs">
        {heads.map(({ label, className }) => (
          <th key={label} scope="col" className={clsx("px-3 py-2 font-label", className)}>
            {label}
          </th>
        ))}
        <th scope="col" className="w-12">
          <span className="sr-only">Source</span>
        </th>
      </tr>
    </thead>
  );
}

/** Figures and price paths of the whole plan, a row each. */
export function AssumptionTable({ inputs }: { readonly inputs: readonly AssumptionInput[] }) {
  return (
    <table className="w-full border-collapse text-sm max-md:block">
      <AssumptionHead />
      <tbody className="max-md:block">
        {inputs.map((input) => {
          const Row = rows[input.kind];
          return <Row key={input.name} input={input} />;
        })}
      </tbody>
    </table>
  );
}
