import type { ReactNode } from "react";

export type SettingsSectionProps = {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly description?: ReactNode;
  readonly children: ReactNode;
};

/** One matter of the settings: its name at the left, its card at the right; on a phone one under the other. */
export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  return (
    <section
      aria-label={title}
      className="grid grid-cols-1 gap-x-10 gap-y-3 border-line border-b py-7 first:pt-0 last:border-b-0 lg:grid-cols-[17rem_minmax(0,46rem)]"
    >
      <div>
        <h2 className="text-lg">{title}</h2>
        {description && <p className="mt-1 text-ink-2 text-sm">{description}</p>}
      </div>
      <div className="card min-w-0 self-start px-5 py-4">{children}</div>
    </section>
  );
}
