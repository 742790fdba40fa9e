"use client";

import { useQueryState } from "nuqs";
import { useCallback } from "react";
import type { FigureRef } from "@/lib/views/types";
import { openParser } from "./address-parsers";

const parser = openParser.withOptions({ history: "push" });

/** Which figure stands open, kept in the address so that it can be sent to someone. */
export function useOpenFigure() {
  const [opened, setOpened] = useQueryState("open", parser);
  const open = useCallback((ref: FigureRef | null) => void setOpened(ref), [setOpened]);
  return { opened, open };
}
