import { plainHouse } from "@/lib/schemas/house-style";
import { type ProposalContent, sectionKinds } from "@/lib/schemas/proposal";
import type { Results } from "../../results";

import { type ProposalMaterial, proposedOption } from "../material";

/** A new proposal with every section that Loadline writes. */
export const testContent = (given: Partial<ProposalContent> = {}): ProposalContent => ({
  title: "Buy for the base load",
  audience: "For decision by the investment committee",
  ...{ optionId: null, scenarioId: null },
  sections: sectionKinds
    .filter((kind) => kind !== "text")
    .map((kind) => ({ id: kind, kind, title: null, isShown: true, body: null })),
  ...given,
});

export const testMaterial = (
  results: Results,
  given: Partial<ProposalMaterial> = {},
): ProposalMaterial => ({
  ...{ results, scenarioName: "Base", proposedId: proposedOption(results, null) },
  ...{ minds: null, tornado: null, offers: [] },
  ...given,
});

export const testHouse = plainHouse("Halden Mutual");
