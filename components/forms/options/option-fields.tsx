"use client";

import type { OptionKind } from "@/lib/schemas/option";
import { Fold, Folds } from "../fold";
import { FormNotes } from "../form-fields";
import { ApiFields, ApiFolds } from "./api-fields";
import { CloudFields, CloudFolds } from "./cloud-fields";
import { OnPremisesFields, OnPremisesFolds } from "./on-premises-fields";

/** What an option costs and how fast it is: few figures in sight, the rest folded. */
export function OptionFields({ kind }: { readonly kind: OptionKind }) {
  return (
    <>
      {kind === "api" && <ApiFields />}
      {kind === "cloud" && <CloudFields />}
      {kind === "on-premises" && <OnPremisesFields />}
      <Folds>
        {kind === "api" && <ApiFolds />}
        {kind === "cloud" && <CloudFolds />}
        {kind === "on-premises" && <OnPremisesFolds />}
        <Fold title="Notes">
          <FormNotes />
        </Fold>
      </Folds>
    </>
  );
}
