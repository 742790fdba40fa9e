"use client";

import { createContext, useContext } from "react";
import type { FigureRef } from "@/lib/views/types";

export type OpenFigure = (ref: FigureRef | null) => void;

export const OpenFigureContext = createContext<OpenFigure>(() => {});

/** Opens a figure. It does not follow what is open, so that whoever can open one need not render. */
export function useOpenFigure(): OpenFigure {
  return useContext(OpenFigureContext);
}
