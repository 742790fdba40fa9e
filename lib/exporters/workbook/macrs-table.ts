import type { Plan } from "@/lib/schemas/plan";
import type { Inputs } from "./input-cells";

/** The cell of a tax year's share, in percent: 1 = half-year, 2 to 5 = mid-quarter by quarter; the first year is 1. */
export type MacrsTable = { readonly share: (convention: string, year: string) => string };

/** IRS, Publication 946, appendix A: table A-1 (half-year), then A-2 to A-5 (mid-quarter), in percent. */
const tables = {
  macrs3: [
    [33.33, 44.45, 14.81, 7.41],
    [58.33, 27.78, 12.35, 1.54],
    [41.67, 38.89, 14.14, 5.3],
    [25, 50, 16.67, 8.33],
    [8.33, 61.11, 20.37, 10.19],
  ],
  macrs5: [
    [20, 32, 19.2, 11.52, 11.52, 5.76],
    [35, 26, 15.6, 11.01, 11.01, 1.38],
    [25, 30, 18, 11.37, 11.37, 4.26],
    [15, 34, 20.4, 12.24, 11.3, 7.06],
    [5, 38, 22.8, 13.68, 10.94, 9.58],
  ],
  macrs7: [
    [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46],
    [25, 21.43, 15.31, 10.93, 8.75, 8.74, 8.75, 1.09],
    [17.85, 23.47, 16.76, 11.97, 8.87, 8.87, 8.87, 3.34],
    [10.71, 25.51, 18.22, 13.02, 9.3, 8.85, 8.86, 5.53],
    [3.57, 27.55, 19.68, 14.06, 10.04, 8.73, 8.73, 7.64],
  ],
};
const conventions = ["half-year", "quarter 1", "quarter 2", "quarter 3", "quarter 4"];

/** The table of the plan's class, among the inputs; null where tax depreciates as the books do. */
export function macrsTable({ assumptions }: Plan, inputs: Inputs): MacrsTable | null {
  const { taxRateFraction, taxDepreciation = "book" } = assumptions;
  if (!taxRateFraction || taxDepreciation === "book") return null;
  const table = tables[taxDepreciation];
  const years = table[0]?.length ?? 0;
  const cells = table.flatMap((shares, row) =>
    shares.map((share, year) =>
      inputs.given(
        `MACRS ${taxDepreciation.slice(-1)}, ${conventions[row]}: tax year ${year + 1}`,
        "percent",
        share,
      ),
    ),
  );
  const range = `${cells[0]}:${cells.at(-1)?.split("!")[1]}`;
  return {
    share: (convention, year) =>
      `IF(${year}>${years},0,INDEX(${range},(${convention}-1)*${years}+MAX(1,MIN(${years},${year})),1)/100)`,
  };
}
