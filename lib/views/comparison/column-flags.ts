import { validityOf } from "../quotes";
import { missingWords } from "./missing-words";
import { endsBeforeOrder } from "./time-rows";
import type { Candidate, Compared, ComparisonColumn } from "./types";

type Flag = ComparisonColumn["flags"][number];

/** What to know of an offer before its figures are read. */
export function columnFlags(compared: Compared, candidate: Candidate): readonly Flag[] {
  const { option, isOffer, overPower, quote } = candidate;
  if (!isOffer || option.kind !== "on-premises") return [];
  const { validUntil } = option.quote;
  const expired = validityOf(validUntil, compared.today).state === "expired";
  const flags: (Flag | false)[] = [
    expired && { text: "expired", tone: "bad" },
    !expired && endsBeforeOrder(compared, validUntil) && { text: "ends early", tone: "warn" },
    missingWords(candidate) !== "" && { text: "partial", tone: "warn" },
    quote !== undefined && !hasSupport(quote.content) && { text: "no support", tone: "warn" },
    overPower && { text: "over power", tone: "bad" },
    quote !== undefined &&
      quote.newestRevision !== null &&
      quote.newestRevision > quote.revision && {
        text: `revision ${quote.newestRevision} waits`,
        tone: "warn",
      },
  ];
  return flags.filter((flag) => flag !== false);
}

/** Support as a line, or months of warranty instead. */
const hasSupport = ({ lines, warrantyMonths }: NonNullable<Candidate["quote"]>["content"]) =>
  (warrantyMonths ?? 0) > 0 || lines.some(({ category }) => category === "support");
