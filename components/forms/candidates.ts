import type { Figure } from "@/lib/schemas/figure";

/** A figure of the catalog that fits a field. */
export type Candidate = { readonly id: string; readonly label: string; readonly figure: Figure };
