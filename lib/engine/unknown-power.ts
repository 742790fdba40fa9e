import type { Load } from "./load";
import type { UnknownPower, Use } from "./types";

/** What an option does with machines whose energy is not known; nothing where it does nothing. docs/model.md, "Energy". */
export function unknownPower(optionId: string, load: Load): readonly UnknownPower[] {
  const serves = load.inference.some(({ requests }) => requests.value.some((one) => one > 0));
  const trains = load.training.some(({ acceleratorHours }) =>
    acceleratorHours.value.some((hours) => hours > 0),
  );
  const uses: Use[] = [];
  if (serves) uses.push("inference");
  if (trains) uses.push("training");
  return uses.length > 0 ? [{ optionId, uses }] : [];
}

/** The options whose unknown power keeps the energy of a use from being known. */
export const powerUnknownOf = (
  powerUnknown: readonly UnknownPower[],
  use: Use,
): readonly string[] =>
  powerUnknown.filter(({ uses }) => uses.includes(use)).map(({ optionId }) => optionId);
