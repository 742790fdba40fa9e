import { AppError } from "@/lib/errors";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import { readLitellm } from "./litellm";
import { readOpenrouter } from "./openrouter";
import type { PriceImport, PriceReading } from "./price-import";
import { readSkypilot } from "./skypilot";

export type PricesAsked = {
  readonly source: PriceSource;
  readonly bytes: Uint8Array;
  readonly observedOn: string;
  readonly provider: string;
};

/** Run in a process of its own: the file came from outside. */
export function read({ source, bytes, observedOn, provider }: PricesAsked): PriceImport {
  const reading = readingOf(source, textOf(bytes), observedOn, provider);
  if (!reading.ok) throw new AppError("INVALID", reading.message);
  return reading.value;
}

function readingOf(
  source: PriceSource,
  text: string,
  observedOn: string,
  provider: string,
): PriceReading {
  if (source === "litellm") return readLitellm(text, observedOn);
  if (source === "openrouter") return readOpenrouter(text, observedOn);
  return readSkypilot(text, { provider: provider === "" ? null : provider, observedOn });
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("INVALID", "This file is not UTF-8 text. Save it as UTF-8.");
  }
}
