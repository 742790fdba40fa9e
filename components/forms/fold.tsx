import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export type FoldProps = {
  readonly title: string;
  /** What is inside, for those who leave it closed. */
  readonly summary?: ReactNode;
  readonly open?: boolean;
  /** Without a rule above it, where it stands alone. */
  readonly flat?: boolean;
  readonly children: ReactNode;
};

/** Things with sensible defaults, out of a newcomer's way. */
export function Fold({ title, summary, open = false, flat = false, children }: FoldProps) {
  return (
    <details open={open} className={clsx("group", !flat && "border-line border-t pt-2")}>
      <summary className="flex min-h-8 list-none items-center gap-2 rounded-md pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 text-ink-3 transition-transform duration-80 group-open:rotate-90"
        />
        <span className="shrink-0 font-title text-sm">{title}</span>
        {summary && (
          <span className="min-w-0 truncate text-ink-3 text-xs group-open:hidden">{summary}</span>
        )}
      </summary>
      <div className="grid grid-cols-1 gap-4 pt-3 pb-2">{children}</div>
    </details>
  );
}

/** Folds close together, apart from what stands above them. */
export function Folds({ children }: { readonly children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-2">{children}</div>;
}

/** Fields side by side where there is room. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>
  );
}

export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="grid grid-cols-1 gap-4">
      <h3 className="text-base">{title}</h3>
      {children}
    </section>
  );
}
