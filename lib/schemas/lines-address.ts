import type { LineFilter, LineGrouping, LineOrder } from "./quote-lines";

export const plainLineFilter: LineFilter = {
  ...{ find: "", category: null, supplierId: null, status: null, unpriced: false, within: null },
};

type Written = { readonly filter: LineFilter; readonly order: LineOrder | null };

/** What lines are asked for, as the parameters of an address. */
export function writeLines({ filter, order }: Written): URLSearchParams {
  const { find, category, supplierId, status, unpriced, within } = filter;
  const entries = {
    ...(find.trim() && { find: find.trim() }),
    ...(category && { category }),
    ...(supplierId && { supplier: supplierId }),
    ...(status && { status }),
    ...(unpriced && { show: "unpriced" }),
    ...(within && { by: within.by, key: within.key }),
    ...(order && { sort: `${order.desc ? "-" : ""}${order.by}` }),
  };
  return new URLSearchParams(entries);
}

/** The same read back: what it says is checked by the schema. */
export function readLines(address: URLSearchParams): { filter: unknown; order: unknown } {
  const by = address.get("by");
  const sort = address.get("sort");
  return {
    filter: {
      find: address.get("find") ?? "",
      category: address.get("category"),
      supplierId: address.get("supplier"),
      status: address.get("status"),
      unpriced: address.get("show") === "unpriced",
      within: by && { by: by as LineGrouping, key: address.get("key") ?? "" },
    },
    order: sort && { by: sort.replace(/^-/, ""), desc: sort.startsWith("-") },
  };
}
