import * as z from "zod/mini";
import { modelArchitecture } from "@/lib/schemas/model-architecture";
import file from "@/prisma/catalog/model-architectures.json";
import { specificationFields } from "./specification";

const record = z.strictObject({ ...specificationFields, figures: modelArchitecture });
export type ArchitectureRecord = z.infer<typeof record>;

/** Published shapes of open models. */
export const modelArchitectures: readonly ArchitectureRecord[] = z.array(record).parse(file);

/** What a repository appends to a model's name for its format, tuning or revision. */
const suffixes =
  /-(instruct|it|chat|base|hf|thinking|think|reasoning|preview|fp8|fp4|nvfp4|mxfp4|int4|int8|bf16|fp16|awq|gptq|w4a16|w8a8|w4a8|kv|dynamic|static|per|tensor|pertensor|block|quantized|turbo|latest|v\d+(\.\d+)?|\d{4})$/;

/** `LLAMA3.1_8B` is `llama-3.1-8b`. */
const unparted = (name: string) => name.replaceAll("-", "");

/** `meta-llama/Llama-3.1-8B-Instruct` and `nvidia/Llama-3.1-8B-Instruct-FP8` are one shape. */
export function findArchitecture(name: string): ArchitectureRecord | null {
  let stem = (name.split("/").at(-1) ?? "")
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-")
    .replace(/^meta-/, "");
  for (;;) {
    const wanted = unparted(stem);
    const found = modelArchitectures.find(({ names }) =>
      names.some((name) => unparted(name) === wanted),
    );
    if (found) return found;
    const shorter = stem.replace(suffixes, "");
    if (shorter === stem) return null;
    stem = shorter;
  }
}
