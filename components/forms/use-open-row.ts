"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useCallback, useEffect, useRef, useState } from "react";

const address = { row: parseAsString, field: parseAsString };

/**
 * Which row is open, by the address (`?row=cloud&field=rate`), so that a link, Back and a reload
 * work. While the open row has unsaved entries it stays, and asks.
 */
export function useOpenRow() {
  const [{ row, field }, setAddress] = useQueryStates(address, { history: "push" });
  const [open, setOpen] = useState(row);
  const [asked, setAsked] = useState(0);
  const unsaved = useRef(false);
  const go = useCallback(
    (to: string | null, at: string | null = null) => {
      void setAddress({ row: to, field: at });
    },
    [setAddress],
  );

  useEffect(() => {
    if (row === open) return;
    if (unsaved.current && open !== null) {
      go(open);
      setAsked((times) => times + 1);
    } else setOpen(row);
  }, [row, open, go]);

  const close = useCallback(() => {
    unsaved.current = false;
    go(null);
  }, [go]);
  const onUnsaved = useCallback((now: boolean) => {
    unsaved.current = now;
  }, []);
  return { open, field, asked, show: go, close, onUnsaved };
}
