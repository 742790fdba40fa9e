import type { Projection } from "@/lib/engine/types";
import { monthIso } from "../months";

/** "2027 to 2031", "2027". */
export function yearsText({
  startMonth,
  months,
}: Pick<Projection, "startMonth" | "months">): string {
  const [first, last] = [0, months - 1].map((at) => monthIso(startMonth, at).slice(0, 4));
  return first === last ? `${first}` : `${first} to ${last}`;
}
