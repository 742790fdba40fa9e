import type { ReactNode } from "react";

export type EmptyStateProps = {
  readonly title: string;
  /** What happens next, and how long it takes. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** A grey drawing of the result. */
  readonly drawing?: ReactNode;
};

export function EmptyState({ title, children, actions, drawing }: EmptyStateProps) {
  return (
    <div className="grid items-center gap-x-12 gap-y-7 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div>
        <h2 className="text-2xl tracking-[-0.02em]">{title}</h2>
        <p className="mt-2 text-ink-2 text-lg">{children}</p>
        {actions && <div className="mt-5 flex flex-wrap gap-2.5">{actions}</div>}
      </div>
      {drawing && <div className="max-md:hidden">{drawing}</div>}
    </div>
  );
}
