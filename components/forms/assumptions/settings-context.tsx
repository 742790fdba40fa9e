"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Plan } from "@/lib/schemas/plan";
import type { Settings } from "./use-settings";

type Held = { readonly settings: Settings; readonly plan: Plan; readonly readOnly: boolean };

const SettingsContext = createContext<Held | null>(null);

export function SettingsProvider({ value, children }: { value: Held; children: ReactNode }) {
  return <SettingsContext value={value}>{children}</SettingsContext>;
}

export function useSettingsForm(): Held {
  const held = useContext(SettingsContext);
  if (!held) throw new Error("A field of the settings stands outside their form.");
  return held;
}
