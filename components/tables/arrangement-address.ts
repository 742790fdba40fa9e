import type { Arrangement } from "@/lib/schemas/saved-view";

const most = 10;

/** `-total,name`: by total from the highest, then by name. */
export function readSort(text: string): Arrangement["sort"] {
  return text
    .split(",")
    .map((part) => ({ id: part.replace(/^-/, ""), desc: part.startsWith("-") }))
    .filter(({ id }) => id !== "")
    .slice(0, most);
}

export const writeSort = (sort: Arrangement["sort"]): string =>
  sort.map(({ id, desc }) => `${desc ? "-" : ""}${id}`).join(",");
