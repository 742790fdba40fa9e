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

type Orders = Readonly<Record<string, string>>;

/** `cumulative-cost:-api;token-cost:month`: the order of each table by its id. */
export function readOrders(text: string): Orders {
  const parts = text.split(";").map((part) => part.split(":"));
  return Object.fromEntries(
    parts.flatMap(([id, sort]) => (id && sort ? [[id, sort] as const] : [])).slice(0, most),
  );
}

export const writeOrders = (orders: Orders): string =>
  Object.entries(orders)
    .filter(([, sort]) => sort !== "")
    .map(([id, sort]) => `${id}:${sort}`)
    .join(";");
