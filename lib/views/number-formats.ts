import type { NumberFormat } from "@/lib/engine";

const formats: Readonly<Record<string, NumberFormat>> = {
  bf16: "bf16",
  fp16: "bf16",
  float16: "bf16",
  bfloat16: "bf16",
  fp8: "fp8",
  fp8_block: "fp8",
  fp8_ootb: "fp8",
  int8: "int8",
  int8_wo: "int8",
  sq: "int8",
  fp4: "fp4",
  nvfp4: "fp4",
  mxfp4: "fp4",
  w4a16_mxfp4: "fp4",
  w4a8_mxfp4_mxfp8: "fp4",
  int4: "int4",
  int4_wo: "int4",
  w4afp8: "int4",
};

export const numberFormatNames = Object.keys(formats);

/** The number format that a file or a person means by a name, or nothing. */
export const numberFormatOf = (name: string): NumberFormat | null => {
  const plain = name.trim().toLowerCase();
  return Object.hasOwn(formats, plain) ? (formats[plain] ?? null) : null;
};
