"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { OwnEntry } from "@/lib/catalog/own-record";

export type OwnCatalog = {
  /** Figures that the organization entered itself. */
  readonly entries: readonly OwnEntry[];
  /** ISO date of the server, so that both sides draw the same age. */
  readonly today: string | null;
};

const nothing: OwnCatalog = { entries: [], today: null };
const OwnCatalogContext = createContext<OwnCatalog>(nothing);

export function OwnCatalogProvider(props: {
  readonly value: OwnCatalog;
  readonly children: ReactNode;
}) {
  return <OwnCatalogContext value={props.value}>{props.children}</OwnCatalogContext>;
}

/** What forms offer beside the shared catalog. */
export const useOwnCatalog = (): OwnCatalog => useContext(OwnCatalogContext);
