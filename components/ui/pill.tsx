import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type PillTone = "plain" | "good" | "warn" | "bad" | "accent";

const tones = {
  plain: "bg-sunken text-ink-2",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  accent: "bg-accent-soft text-accent",
};

/** A status has an icon and a word, so that its colour never stands alone. */
const icons = { plain: null, good: CircleCheck, warn: TriangleAlert, bad: CircleX, accent: null };

export function Pill({ tone = "plain", children }: { tone?: PillTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-lg px-[7px] font-label text-xs forced-colors:border ${tones[tone]}`}
    >
      {Icon && <Icon aria-hidden size={12} strokeWidth={2} />}
      {children}
    </span>
  );
}
