import { dateText, money, moneyFull, withFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import type { ProposalDocument } from "./document";
import { originText } from "./proposal-names";
import { withoutPoint } from "./without-point";

/** "Halden Mutual" is HM: where there is no logo. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? "")
    .join("");
}

/** The lines at the foot of each page: who may read it, what it was made from, and the house's own. */
export function footLines({ house, issued }: Pick<ProposalDocument, "house" | "issued">): string[] {
  return [sentences([house.confidentiality, originText({ issued })]), house.footer.trim()].filter(
    Boolean,
  );
}

const sentences = (parts: readonly string[]) => parts.map(withoutPoint).filter(Boolean).join(". ");

/** What a page of nobody says, to show a house style on. */
export const houseSample = (formats: Formats | undefined) =>
  withFormats(formats, () => ({
    name: "Proposal 3",
    issued: {
      ...{ date: dateText("2026-11-20"), snapshot: "7f3a 91c2" },
      versions: "engine 1.0, catalog 2026-11",
    },
    subject: "Claims assistant, 2027 to 2031. For decision by the board",
    title: "Buy for the base load, rent the peaks",
    sentence: `Owned servers cost ${money(3_470_000, "USD")} over 60 months, and ${moneyFull(318_400, "USD")} each.`,
  }));
