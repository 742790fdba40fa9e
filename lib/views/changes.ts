import { figureAt } from "@/lib/engine";
import { figureText, listed } from "@/lib/format";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import type { Change } from "@/lib/schemas/scenario";
import { currencyAt } from "./currency";
import { nounOf } from "./links";

/** Later changes win over earlier ones of the same input. */
export function mergedChanges(
  before: readonly Change[],
  after: readonly Change[],
): readonly Change[] {
  const changed = new Set(after.map(({ path }) => path));
  return [...before.filter(({ path }) => !changed.has(path)), ...after];
}

/** "Demand growth 60%/yr to 80%/yr and rental 3.3 to 2.9 USD/accelerator-h." */
export function changesText(plan: Plan, changes: readonly Change[]): string {
  const texts = changes.flatMap(({ path, value }) => {
    const spec = specAt(plan, path);
    const figure = figureAt(plan, path);
    if (!spec || !figure) return [];
    const text = (amount: number | null) => figureText(amount, spec.unit, currencyAt(plan, path));
    return [`${nounOf(spec.label)} ${text(figure.value)} to ${text(value)}`];
  });
  const text = listed(texts);
  return text === "" ? "Nothing is changed." : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
