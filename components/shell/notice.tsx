import type { ReactNode } from "react";
import { LoadMark } from "@/components/ui/load-mark";

export type NoticeProps = {
  readonly title: string;
  /** What happened, what was kept, and what to do. */
  readonly children: ReactNode;
  readonly actions: ReactNode;
};

/** A page that stands where another should be. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <div className="m-auto grid max-w-md justify-items-start gap-4 px-4 py-16">
      <LoadMark size={32} className="text-line-strong" />
      <div>
        <h1 className="text-2xl tracking-[-0.02em]">{title}</h1>
        <div className="mt-2 text-ink-2 text-lg">{children}</div>
      </div>
      <div className="flex flex-wrap gap-2.5">{actions}</div>
    </div>
  );
}
