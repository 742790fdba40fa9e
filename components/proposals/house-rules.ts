import type { CSSProperties } from "react";
import type { HouseStyle } from "@/lib/schemas/house-style";

/** The house's colour is chosen for white paper: on a dark screen rules stay as they are. */
export const houseRules = ({ accentColour }: Pick<HouseStyle, "accentColour">): CSSProperties =>
  (accentColour === null ? {} : { "--house": accentColour }) as CSSProperties;

export const houseRuleClass = "border-[var(--house,var(--ll-ink))] border-b-2 dark:border-ink";
