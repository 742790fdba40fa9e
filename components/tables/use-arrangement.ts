"use client";

import { createParser, parseAsArrayOf, parseAsString, throttle, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import type { Arrangement } from "@/lib/schemas/saved-view";
import { readSort, writeSort } from "./arrangement-address";

const ids = parseAsArrayOf(parseAsString).withDefault([]);
const address = {
  hide: ids,
  columns: ids,
  sort: createParser({
    parse: readSort,
    serialize: writeSort,
    eq: (a, b) => writeSort(a) === writeSort(b),
  }).withDefault([]),
  find: parseAsString.withDefault(""),
  show: parseAsString,
  group: parseAsString,
  pin: parseAsArrayOf(parseAsString),
  category: parseAsString,
  supplier: parseAsString,
  status: parseAsString,
  saved: parseAsString,
};

/** What an arrangement says besides columns, order and words; nothing where a table has no such choice. */
function choicesOf({
  show,
  group,
  pin,
  category,
  supplier,
  status,
}: Choices): Partial<Arrangement> {
  const where = {
    ...(category !== null && { category }),
    ...(supplier !== null && { supplier }),
    ...(status !== null && { status }),
  };
  return {
    ...(show !== null && { show }),
    ...(group !== null && { group }),
    ...(pin !== null && { pinned: pin }),
    ...(Object.keys(where).length > 0 && { where }),
  };
}

type Choices = {
  readonly [name in "show" | "group" | "category" | "supplier" | "status"]: string | null;
} & { readonly pin: string[] | null };

const inAddress = (where: Arrangement["where"]) => ({
  category: where?.category || null,
  supplier: where?.supplier || null,
  status: where?.status || null,
});

/** How a table is arranged, by the address: `?hide=a,b&columns=c&sort=-total&find=2028`. */
export function useArrangement({ byServer = false } = {}) {
  // Where the server arranges the rows, it is asked again with each change; typing does so a few times a second.
  const asked = byServer ? ({ shallow: false, limitUrlUpdates: throttle(250) } as const) : {};
  const [query, setQuery] = useQueryStates(address, { history: "replace", ...asked });
  const { hide, columns, sort, find, show, group, pin, category, supplier, status, saved } = query;
  const arrangement = useMemo<Arrangement>(
    () => ({
      ...{ hidden: hide, order: columns, sort, find },
      ...choicesOf({ show, group, pin, category, supplier, status }),
    }),
    [hide, columns, sort, find, show, group, pin, category, supplier, status],
  );
  const arrange = useCallback(
    (change: Partial<Arrangement>) => {
      const { hidden, order, show, group, pinned, where, ...same } = change;
      void setQuery({
        ...same,
        ...(group !== undefined && { group: group || null }),
        ...(pinned && { pin: [...pinned] }),
        ...(where && inAddress(where)),
        ...(show !== undefined && { show }),
        ...(hidden && { hide: [...hidden] }),
        ...(order && { columns: [...order] }),
      });
    },
    [setQuery],
  );
  /** Choosing a view is a step that Back takes back. */
  const choose = useCallback(
    (view: { readonly id: string | null; readonly arrangement: Arrangement }, silent = false) => {
      const { hidden, order, sort, find, show, group, pinned, where } = view.arrangement;
      const next = {
        ...{ hide: hidden, columns: order, sort, find, saved: view.id },
        ...{ show: show ?? null, group: group ?? null, pin: pinned ?? null },
        ...inAddress(where),
      };
      void setQuery(next, { history: silent ? "replace" : "push" });
    },
    [setQuery],
  );
  const isPlain =
    hide.length + columns.length + sort.length === 0 &&
    find === "" &&
    [show, group, pin, category, supplier, status].every((choice) => choice === null);
  return { arrangement, arrange, choose, savedId: saved, isPlain };
}

export type ArrangementState = ReturnType<typeof useArrangement>;
