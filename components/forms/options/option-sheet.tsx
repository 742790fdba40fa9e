"use client";

import { saveOptionAction } from "@/app/(product)/(app)/plans/actions";
import { checkOption } from "@/lib/schemas/check";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { kindNames } from "@/lib/views/names";
import { RowSheet, type RowSheetFrame } from "../row-sheet";
import type { StoredRow } from "../use-row-editor";
import { OptionFields } from "./option-fields";

const descriptions = {
  api: "A model bought by the token. No machines of one’s own.",
  cloud: "Accelerators by the hour, in whole instances.",
  "on-premises": "Servers of one’s own, from a supplier’s quote.",
  edge: "Devices that answer where they are, bought or already there.",
  portfolio: "Two options of this plan that share the work.",
};

export function OptionSheet(
  props: RowSheetFrame & {
    readonly plan: Plan;
    readonly option: SupplyOption;
    readonly stored: StoredRow | undefined;
  },
) {
  const { option, stored } = props;
  return (
    <RowSheet
      {...props}
      rows="options"
      opened={option}
      check={checkOption}
      send={saveOptionAction}
      title={stored ? option.name : `New option: ${kindNames[option.kind]}`}
      description={descriptions[option.kind]}
    >
      <OptionFields kind={option.kind} planId={props.planId} />
    </RowSheet>
  );
}
