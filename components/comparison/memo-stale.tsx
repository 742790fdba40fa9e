import type { ReactNode } from "react";

type MemoStaleProps = {
  readonly notice: string;
  /** What may be done about it. */
  readonly children: ReactNode;
};

/** A saved memo stays as it was written: that it was written for something else is said above it. */
export function MemoStale({ notice, children }: MemoStaleProps) {
  return (
    <div
      role="note"
      aria-label="Older than the award or the plan"
      className="flex flex-wrap items-center gap-2 text-sm"
    >
      <p className="min-w-0 flex-1 basis-80 text-warn">{notice}</p>
      {children}
    </div>
  );
}
