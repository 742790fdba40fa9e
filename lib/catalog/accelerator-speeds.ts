import * as z from "zod/mini";
import { acceleratorSpeed } from "@/lib/schemas/accelerator-speed";
import file from "@/prisma/catalog/accelerator-speeds.json";
import { specificationFields } from "./specification";

const record = z.strictObject({ ...specificationFields, figures: acceleratorSpeed });
export type AcceleratorRecord = z.infer<typeof record>;

/** What accelerators can do at most, dense. */
export const acceleratorSpeeds: readonly AcceleratorRecord[] = z.array(record).parse(file);

/** `h100_sxm`, `H100-SXM` and `NVIDIA H100 SXM` are one accelerator. */
export function findAccelerator(name: string): AcceleratorRecord | null {
  const plain = (text: string) =>
    text.toLowerCase().replaceAll(/[^a-z0-9]|nvidia|amd|instinct/g, "");
  const wanted = plain(name);
  return (
    acceleratorSpeeds.find(({ label, names }) =>
      [label, ...names].some((known) => plain(known) === wanted),
    ) ?? null
  );
}
