"use client";

import { createContext, type ReactNode, useContext } from "react";

const OrganizationContext = createContext<string | undefined>(undefined);

export function OrganizationProvider({ id, children }: { id: string; children: ReactNode }) {
  return <OrganizationContext value={id}>{children}</OrganizationContext>;
}

/** The organization this page was made for: what makes something new says so to the server. */
export const useOrganizationId = (): string | undefined => useContext(OrganizationContext);
