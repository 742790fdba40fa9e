import type { Checked } from "./check";
import { type HouseStyleContent, houseStyleContent, plainHouseStyle } from "./house-style";
import { isRecord } from "./walk";
import { toIssues } from "./wording";

/** A house style from outside, alone or as an export of everything has it. What it leaves out is Loadline's own. */
export function checkHouseStyle(input: unknown): Checked<HouseStyleContent> {
  const isExport = isRecord(input) && input.loadline === "house-style";
  const given = isExport ? input.content : input;
  const whole = isRecord(given) ? { ...plainHouseStyle, ...given } : given;
  const parsed = houseStyleContent.safeParse(whole);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: toIssues(houseStyleContent, whole, parsed.error.issues) };
}
