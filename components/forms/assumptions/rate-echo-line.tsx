import type { CurrencyPair } from "@/lib/schemas/currency-pair";
import { rateEcho } from "@/lib/views/rate-echo";
import type { DraftFigure } from "../provenance";

type RateEchoLineProps = {
  readonly pair: CurrencyPair;
  readonly figure: DraftFigure;
  /** The text as it was last typed; null where nothing was. */
  readonly typed: string | null;
  readonly onTake: (value: number) => void;
};

/** The rate in words below its field, and the other number where what was typed could be either. */
export function RateEchoLine({ pair, figure, typed, onTake }: RateEchoLineProps) {
  const echo = rateEcho(pair, figure.value, typed);
  if (!echo) return null;
  const { text, other } = echo;
  if (!other)
    return (
      <p aria-live="polite" className="text-ink-3 text-xs">
        {text}
      </p>
    );
  return (
    <p aria-live="polite" className="text-warn text-xs">
      {`\u201c${typed?.trim()}\u201d is read as ${text}. Did you mean `}
      <button type="button" className="link min-h-6" onClick={() => onTake(other.value)}>
        {other.text}
      </button>
      ?
    </p>
  );
}
