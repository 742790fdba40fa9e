import { dateText } from "@/lib/format";
import type { Award, Memo } from "@/lib/schemas/quote-award";

type Known = {
  /** The newest first; at most that one holds. */
  readonly awards: readonly Award[];
  /** The plan's, as it is on screen. */
  readonly planVersion: number;
};

type Saved = Pick<Memo, "at" | "planVersion">;

/**
 * What a saved memo does not know: that the award it was written for holds no more, or that the plan changed. A
 * save says that the memo holds as of then. Null where nothing changed since.
 */
export function memoNotice(memo: Saved | undefined, known: Known): string | null {
  if (!memo) return null;
  const said = [awardNotice(memo, known), planNotice(memo, known)].filter((one) => one !== null);
  return said.length > 0 ? said.join(" ") : null;
}

/** With its notice in front: a memo that leaves the page takes it along. */
export const withMemoNotice = (text: string, notice: string | null): string =>
  notice === null ? text : `> ${notice}\n\n${text}`;

const day = (at: string) => dateText(at.slice(0, 10));

function awardNotice({ at }: Saved, { awards }: Known): string | null {
  const [newest] = awards;
  const holds = newest?.undone === null ? newest : undefined;
  const its = awards.find((one) => one.at <= at && (one.undone === null || one.undone.at > at));
  if (its?.id === holds?.id) return null;
  if (its?.undone) {
    const since = holds ? `; another was made on ${day(holds.at)}` : "";
    return `Written for an award that was taken back on ${day(its.undone.at)}${since}.`;
  }
  return holds ? `Written before the order was awarded, on ${day(holds.at)}.` : null;
}

function planNotice({ planVersion: its }: Saved, { planVersion }: Known): string | null {
  if (its === null || its >= planVersion) return null;
  return `The plan changed since (version ${its}, now ${planVersion}): its figures may differ.`;
}
