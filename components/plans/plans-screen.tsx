"use client";

import { Plus, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { HiddenPricesNote } from "@/components/comparison/hidden-prices-note";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import type { TemplateId } from "@/lib/catalog/templates";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import type { ListedPlan } from "@/lib/views/plan-list";
import { useOpenedDialog } from "./use-opened-dialog";
import { usePlanChanges } from "./use-plan-changes";

const PlansEmpty = dynamic(() => import("./plans-empty").then((m) => m.PlansEmpty));
const PlansList = dynamic(() => import("./plans-list").then((m) => m.PlansList));
// Without a boundary of its own a dialog on its way would put the skeleton in the place of the page.
const NewPlanDialog = dynamic(() => import("./new-plan-dialog").then((m) => m.NewPlanDialog), {
  ssr: false,
});
const ImportDialog = dynamic(() => import("./import-dialog").then((m) => m.ImportDialog), {
  ssr: false,
});
const RenameDialog = dynamic(() => import("./rename-dialog").then((m) => m.RenameDialog), {
  ssr: false,
});

const SaveTemplateDialog = dynamic(
  () => import("./save-template-dialog").then((m) => m.SaveTemplateDialog),
  { ssr: false },
);

export type PlansScreenProps = {
  readonly plans: readonly ListedPlan[];
  /** Reviews that hide prices from the reader, and with them plans. */
  readonly hidden: readonly HiddenReview[];
  readonly canEdit: boolean;
  /** The month a new plan offers to start in. */
  readonly startMonth: string;
  /** What the organization plans in, where it says so. */
  readonly currency?: string;
};

export function PlansScreen(props: PlansScreenProps) {
  const { plans: held, hidden, canEdit, startMonth, currency } = props;
  const { plans, changes } = usePlanChanges(held);
  const { opened, open, close } = useOpenedDialog(plans, canEdit);
  const startNew = (templateId?: TemplateId) => open({ new: templateId ?? "plan" });

  return (
    <>
      <PageHead
        title="Plans"
        actions={
          canEdit && (
            <>
              <Button
                icon={<Upload aria-hidden size={14} />}
                onClick={() => open({ import: "file" })}
              >
                Import a plan file
              </Button>
              <Button
                variant={plans.length === 0 ? "secondary" : "primary"}
                icon={<Plus aria-hidden size={14} />}
                onClick={() => startNew()}
              >
                New plan
              </Button>
            </>
          )
        }
      />
      <div className="mx-auto w-full max-w-[1680px] px-4 py-5 md:px-7">
        <HiddenPricesNote what="plans" reviews={hidden} />
        {plans.length > 0 ? (
          <PlansList
            plans={plans}
            canEdit={canEdit}
            changes={changes}
            onRename={(plan) => open({ rename: plan.id })}
            onSaveTemplate={(plan) => open({ template: plan.id })}
          />
        ) : canEdit ? (
          <PlansEmpty onNew={startNew} />
        ) : hidden.length > 0 ? null : (
          <p className="text-ink-2">No plans yet. Ask an editor to make the first one.</p>
        )}
      </div>
      {opened?.kind === "new" && (
        <NewPlanDialog
          templateId={opened.templateId}
          startMonth={startMonth}
          currency={currency}
          onClose={close}
        />
      )}
      {opened?.kind === "import" && <ImportDialog onClose={close} />}
      {opened?.kind === "template" && <SaveTemplateDialog plan={opened.plan} onClose={close} />}
      {opened?.kind === "rename" && (
        <RenameDialog
          plan={opened.plan}
          onRename={(name) => changes.rename(opened.plan, name)}
          onClose={close}
        />
      )}
    </>
  );
}
