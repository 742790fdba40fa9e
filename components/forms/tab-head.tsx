"use client";

import type { ReactNode } from "react";

export type TabHeadProps = {
  readonly title: string;
  readonly description: string;
  readonly canEdit: boolean;
  /** Name of the scenario that is shown, or that sliders were moved. */
  readonly overlay: string | null;
  readonly actions?: ReactNode;
};

/** What a tab of inputs holds, who may change it, and that it is the base plan which changes. */
export function TabHead({ title, description, canEdit, overlay, actions }: TabHeadProps) {
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-xl">{title}</h2>
        <p className="mt-0.5 max-w-[70ch] text-ink-2 text-sm">{description}</p>
        {!canEdit && (
          <p className="mt-1 text-ink-2 text-sm">
            You can view this plan. Ask an editor for the change.
          </p>
        )}
        {overlay && canEdit && (
          <p className="mt-1 text-ink-2 text-sm">
            What you change here is the base plan. {overlay}
          </p>
        )}
      </div>
      {canEdit && actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
