"use client";

import { copyTemplateAction } from "@/app/(product)/(app)/plans/actions";
import { CopyDialog } from "@/components/templates/copy-dialog";
import type { PlanTemplate, TemplateTarget } from "@/lib/schemas/template";

type CopyProps = {
  readonly template: PlanTemplate;
  readonly targets: readonly TemplateTarget[];
  readonly onClose: () => void;
};

const goes = [
  "Workloads, options and scenarios under plain names such as “API option 1”: how they belong together, and what was chosen in each.",
  "Currencies, horizon and hours in a month.",
  "Figures, measured points and names of models, machines and providers that are the shared catalog’s own, with its sources.",
] as const;

const stays = [
  "Every other figure, with its source, date and note: it is unpriced or missing there.",
  "Names, notes and descriptions, quotes and suppliers, budgets, entries of your own catalog.",
  "Seasons, drawn curves, dated runs, and the values that scenarios set: a scenario keeps an input only where the catalog’s figure stands, and begins at that figure.",
] as const;

/** Says what goes along before it goes. */
export function CopyPlanTemplateDialog({ template, targets, onClose }: CopyProps) {
  return (
    <CopyDialog
      {...{ template, targets, onClose }}
      description="What the plan is made of goes along, without the client’s data."
      onCopy={(copy) => copyTemplateAction({ ...copy, templateId: template.id })}
    >
      <What title="Goes along" items={goes} />
      <What title="Stays here" items={stays} />
    </CopyDialog>
  );
}

function What({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section aria-label={title}>
      <p className="mb-1 font-label text-sm">{title}</p>
      <ul className="grid list-disc gap-1 pl-4 text-ink-2 text-sm">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
