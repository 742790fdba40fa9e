"use client";

import { clsx } from "clsx";
import type { AssumptionInput } from "./assumption-inputs";
import { FigureRow, PathRow } from "./assumption-rows";

const heads = [
  { label: "Input" },
  { label: "Value" },
  { label: "Range", className: "max-lg:hidden" },
  { label: "Evidence", className: "max-lg:hidden" },
  { label: "Source and date", className: "max-xl:hidden" },
];

/** Figures and price paths of the whole plan, a row each. */
export function AssumptionTable({ inputs }: { readonly inputs: readonly AssumptionInput[] }) {
  return (
    <table className="w-full border-collapse text-sm max-md:block">
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
      <tbody className="max-md:block">
        {inputs.map((input) =>
          input.kind === "figure" ? (
            <FigureRow key={input.name} input={input} />
          ) : (
            <PathRow key={input.name} input={input} />
          ),
        )}
      </tbody>
    </table>
  );
}
