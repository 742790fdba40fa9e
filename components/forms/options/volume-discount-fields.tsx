"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { VolumeDiscount } from "@/lib/schemas/volume-discount";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";
import { rowIdFor } from "../row-ids";

const reaches = [
  { value: "spend-above", label: "Spend above each threshold" },
  { value: "whole-bill", label: "The whole bill, once reached" },
] as const;

/** Discounts that a month's bill reaches, each from a spend on. */
export function VolumeDiscountFields() {
  const { form, readOnly } = useRowForm();
  const discount = useField<VolumeDiscount | undefined>("volumeDiscount");
  const tiers = discount?.tiers ?? [];
  const set = (next: VolumeDiscount["tiers"]) =>
    form.setValue(
      "volumeDiscount",
      next.length > 0 ? { reach: discount?.reach ?? "spend-above", tiers: next } : undefined,
      { shouldDirty: true },
    );
  const add = () => {
    const taken = tiers.map((tier) => tier.id);
    const id = rowIdFor("tier", taken, "tier");
    set([...tiers, { id, fromSpend: unpriced, discountFraction: unpriced }]);
  };
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4" data-field="volumeDiscount" tabIndex={-1}>
      <legend className="mb-1 font-label text-sm">Volume discount</legend>
      {discount && (
        <FormSelect
          name="volumeDiscount.reach"
          options={reaches}
          help="Off the whole bill, a bill just above a threshold can be smaller than one just below it."
        />
      )}
      {tiers.map((tier, index) => (
        <div key={tier.id} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <FieldGrid>
              <FormFigure name={`volumeDiscount.tiers.${index}.fromSpend`} />
              <FormFigure name={`volumeDiscount.tiers.${index}.discountFraction`} />
            </FieldGrid>
          </div>
          {!readOnly && (
            <IconButton
              label={`Remove tier ${index + 1}`}
              icon={<Trash2 aria-hidden size={16} />}
              onClick={() => set(tiers.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          Add a tier
        </Button>
      )}
    </fieldset>
  );
}
