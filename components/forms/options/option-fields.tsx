"use client";

import type { OptionKind } from "@/lib/schemas/option";
import { Fold, Folds } from "../fold";
import { FormNotes } from "../form-fields";
import { ApiFields, ApiFolds } from "./api-fields";
import { CloudFields, CloudFolds } from "./cloud-fields";
import { CurrencyFold } from "./currency-fold";
import { EdgeFields, EdgeFolds } from "./edge-fields";
import { OnPremisesFields, OnPremisesFolds } from "./on-premises-fields";
import { PortfolioFields } from "./portfolio-fields";

/** What an option costs and how fast it is: few figures in sight, the rest folded. */
export function OptionFields({
  kind,
  planId,
}: {
  readonly kind: OptionKind;
  readonly planId: string;
}) {
  return (
    <>
      {kind === "api" && <ApiFields />}
      {kind === "cloud" && <CloudFields />}
      {kind === "on-premises" && <OnPremisesFields />}
      {kind === "edge" && <EdgeFields />}
      {kind === "portfolio" && <PortfolioFields />}
      <Folds>
        {kind === "api" && <ApiFolds />}
        {kind === "cloud" && <CloudFolds />}
        {kind === "on-premises" && <OnPremisesFolds />}
        {kind === "edge" && <EdgeFolds />}
        {kind !== "portfolio" && <CurrencyFold planId={planId} />}
        <Fold title="Notes">
          <FormNotes />
        </Fold>
      </Folds>
    </>
  );
}
