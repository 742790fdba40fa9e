import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { EvidenceClass } from "@/lib/schemas/figure";

/** Round is about the world, square about a seller; fuller is firmer. */
const shapes: Record<EvidenceClass, ReactNode> = {
  measured: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  quoted: <rect x="1.3" y="1.3" width="7.4" height="7.4" rx="1" fill="currentColor" />,
  list: (
    <rect
      x="1.7"
      y="1.7"
      width="6.6"
      height="6.6"
      rx="1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  estimated: (
    <>
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M5 1.4A3.6 3.6 0 0 0 5 8.6Z" fill="currentColor" />
    </>
  ),
  assumed: (
    <circle
      cx="5"
      cy="5"
      r="3.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeDasharray="1.7 1.5"
    />
  ),
};

export type EvidenceMarkProps = {
  readonly evidence: EvidenceClass;
  /** Source and date, said after the word. */
  readonly detail?: string | undefined;
  /** Where the word stands beside it already. */
  readonly decorative?: boolean;
  readonly className?: string;
};

export function EvidenceMark({ evidence, detail, decorative, className }: EvidenceMarkProps) {
  const name = detail ? `${evidence}: ${detail}` : evidence;
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      role="img"
      aria-label={name}
      aria-hidden={decorative}
      className={clsx("inline-block shrink-0 align-[-0.5px] text-ink-3", className)}
    >
      <title>{name}</title>
      {shapes[evidence]}
    </svg>
  );
}
