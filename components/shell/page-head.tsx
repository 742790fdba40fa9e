import type { ReactNode } from "react";

export function PageHead({ title, actions }: { title: string; actions?: ReactNode }) {
  return (
    <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
      <div className="mx-auto flex min-h-8 max-w-[1680px] flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="mr-auto text-xl">{title}</h1>
        {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
      </div>
    </header>
  );
}
