export type TextColumn = { readonly head: string; readonly align: "left" | "right" };

/** Columns padded to their widest cell, two spaces apart, a rule under the head. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ head }, at) =>
    Math.max(head.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? "";
        const width = widths[at] ?? 0;
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "\u2500".repeat(width)).join("  ");
  return [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join("\n");
}
