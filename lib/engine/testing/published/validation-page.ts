import { numberFull } from "@/lib/format";
import type { PublishedCase, PublishedResult } from "./cases";

const introduction = `# Validation

Published figures that nobody here worked out, beside what Loadline computes for them. Made by
\`npm run validation\` from \`lib/engine/golden\`; a unit test (\`golden/validation.test.ts\`) fails when this
page is stale, and another (\`golden/golden.test.ts\`) when a difference passes its tolerance.

*How*: a **plan** is entered through the public schema and projected whole; a **function** is a formula
of the engine alone. *Basis*: **printed** in the source; **derived** by arithmetic from what it prints;
from **memory**, the source not read again. A tolerance is half of the last printed digit, and wider only
where a source rounds on the way or its own figures disagree; none was set after seeing our result.`;

type Compared = PublishedCase & { readonly compared: readonly PublishedResult[] };

/** The page as Markdown: every case in one line, then every figure of each case. */
export function validationPage(cases: readonly PublishedCase[]): string {
  const compared = cases.map((one) => ({ ...one, compared: one.results() }));
  const figures = compared.flatMap((one) => one.compared);
  const through = (how: PublishedResult["how"]) =>
    figures.filter((result) => result.how === how).length;
  return [
    introduction,
    `${figures.length} figures of ${new Set(cases.map(({ id }) => id)).size} cases: ${through("plan")} through a plan, ${through("function")} through a function.`,
    "## Cases",
    table(
      ["case", "name", "what", "figures", "how", "largest difference, of its tolerance"],
      compared.map(summary),
    ),
    "## Figures",
    ...compared.flatMap(section),
    "",
  ].join("\n\n");
}

const summary = ({ id, name, title, compared }: Compared) => [
  id,
  name,
  title,
  String(compared.length),
  [...new Set(compared.map(({ how }) => how))].join(", "),
  `${numberFull(100 * Math.max(...compared.map(shareOfTolerance)), 0)}%`,
];

function section({ id, name, title, source, url, note, compared }: Compared): string[] {
  return [
    `### ${id} ${name}`,
    `${title}. Source: ${url === null ? source : `[${source}](${url})`}.`,
    ...(note === null ? [] : [note]),
    table(
      ["figure", "published", "ours", "difference", "tolerance", "unit", "how", "basis", "note"],
      compared.map((result) => [
        result.what,
        shown(result.published),
        shown(result.ours),
        difference(result),
        result.within === 0 ? "none" : `±${shown(result.within, 3)}`,
        result.unit,
        result.how,
        result.basis,
        result.note ?? "",
      ]),
    ),
  ];
}

/** A difference that is all float is none. */
function difference({ ours, published }: PublishedResult): string {
  const by = ours - published;
  if (Math.abs(by) <= 1e-12 * Math.abs(published)) return "0";
  return `${by > 0 ? "+" : "−"}${shown(Math.abs(by), 3)}`;
}

function shareOfTolerance({ ours, published, within }: PublishedResult): number {
  const by = Math.abs(ours - published);
  return by === 0 ? 0 : by / within;
}

/** Eight digits at most, grouped; powers of ten where there is little to see. */
function shown(value: number, digits = 8): string {
  const rounded = Number(value.toPrecision(digits));
  if (rounded !== 0 && Math.abs(rounded) < 1e-4) return rounded.toExponential();
  return numberFull(rounded, 10);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
