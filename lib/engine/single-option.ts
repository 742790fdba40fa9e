import type { SingleOption } from "@/lib/schemas/option";
import { projectApi } from "./api-option";
import type { Basis } from "./basis";
import { projectCloud } from "./cloud-option";
import { projectEdge } from "./edge-option";
import type { Load } from "./load";
import { projectOnPremises } from "./on-premises-option";
import type { OptionParts } from "./option-parts";

/** An option that serves by itself, on the load it is given. */
export function projectSingle(basis: Basis, row: SingleOption, load: Load): OptionParts {
  switch (row.kind) {
    case "api":
      return projectApi(basis, row, load);
    case "cloud":
      return projectCloud(basis, row, load);
    case "on-premises":
      return projectOnPremises(basis, row, load);
    case "edge":
      return projectEdge(basis, row, load);
    default:
      return row satisfies never;
  }
}
