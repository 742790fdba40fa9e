import * as z from "zod/mini";
import { figure, rowId, rowName } from "./figure";
import { label, staffFte } from "./option-parts";
import { notes } from "./text";

export const apiOption = z.strictObject({
  id: rowId,
  kind: z.literal("api"),
  name: rowName,
  notes,
  provider: label,
  inputPrice: figure({
    label: "Input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  cachedInputPrice: figure({
    label: "Cached input price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  outputPrice: figure({
    label: "Output price",
    unit: "moneyPerMillionTokens",
    min: 0,
    max: 10_000,
  }),
  fixedFee: figure({ label: "Fixed fee", unit: "moneyPerMonth", min: 0, max: 1e9 }),
  trainingRate: figure({
    label: "Training rate",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "What an accelerator-hour costs for the training that goes with this API.",
  }),
  staffFte,
});
export type ApiOption = z.infer<typeof apiOption>;
