"use client";

import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { type ReactNode, useCallback } from "react";
import type { FigureRef } from "@/lib/views/types";
import { openParser } from "./address-parsers";
import { OpenFigureContext } from "./use-open-figure";

const FigureSheet = dynamic(() => import("./figure-sheet").then((module) => module.FigureSheet), {
  ssr: false,
});

const parser = openParser.withOptions({ history: "push" });

/** Which figure stands open is kept in the address, so that it can be sent to someone. */
export function OpenFigureProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useQueryState("open", parser);
  const open = useCallback((ref: FigureRef | null) => void setOpened(ref), [setOpened]);
  return (
    <OpenFigureContext.Provider value={open}>
      {children}
      {opened && <FigureSheet figure={opened} onOpen={open} />}
    </OpenFigureContext.Provider>
  );
}
