"use client";

import { type DepreciationMethod, depreciationMethods } from "@/lib/schemas/purchase-terms";
import { depreciationNames } from "@/lib/views/names";
import { FieldGrid, Fold } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { FinancingFold } from "./financing-fold";
import { ResidualCurveField } from "./residual-curve-field";

const straightLine = depreciationMethods[0];

const methods = depreciationMethods.map((value) => ({ value, label: depreciationNames[value] }));

/** How a purchase is paid, used up, and ended. */
export function PurchaseFolds() {
  return (
    <>
      <FinancingFold />
      <Fold title="Payment and depreciation" summary="deposit, net days, method, salvage">
        <FieldGrid>
          <FormFigure name="depositFraction" />
          <FormFigure name="paymentMonths" />
          <FormSelect<DepreciationMethod>
            name="depreciationMethod"
            options={methods}
            fromValue={(value) => (value as DepreciationMethod | undefined) ?? straightLine}
            toValue={(chosen) => (chosen === straightLine ? undefined : chosen)}
          />
          <FormFigure name="salvageFraction" />
        </FieldGrid>
      </Fold>
      <Fold title="Refresh and end of life" summary="refresh, residual by age, decommissioning">
        <FieldGrid>
          <FormFigure name="refreshMonths" />
          <FormFigure name="decommissioning" />
        </FieldGrid>
        <ResidualCurveField />
      </Fold>
    </>
  );
}
