"use client";

import { useEffect, useState } from "react";
import { findImportedAction } from "@/app/(product)/(app)/catalog/actions";
import { attempt } from "@/components/plans/attempt";
import { ownEntriesOf } from "@/lib/catalog/own-record";
import type { OptionKind } from "@/lib/schemas/option";
import { importedStarts, type OptionStart, priceOfKind } from "./new-option";

const restMs = 250;
const fewest = 2;
const most = 20;

/** What files of prices brought of this kind, once something is sought: they may be thousands. */
export function useImportedStarts(kind: OptionKind, sought: string): readonly OptionStart[] {
  const [found, setFound] = useState<readonly OptionStart[]>([]);
  const text = sought.trim().toLowerCase();
  useEffect(() => {
    setFound([]);
    if (kind === "portfolio" || text.length < fewest) return;
    let left = false;
    const timer = setTimeout(async () => {
      const asked = {
        ...{ words: text.split(/\s+/).slice(0, 10), kind: priceOfKind[kind].kind },
        ...{ vendor: null, provider: null, offset: 0, limit: most },
      };
      const outcome = await attempt(() => findImportedAction(asked), "Not found");
      if (!left && outcome.ok)
        setFound(importedStarts(kind, outcome.data.records.flatMap(ownEntriesOf)));
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [kind, text]);
  return found;
}
