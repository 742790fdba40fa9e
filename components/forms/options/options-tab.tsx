"use client";

import { FileQuestion, Gauge, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import {
  removeOptionAction,
  restoreOptionAction,
  saveOptionAction,
} from "@/app/(product)/(app)/plans/actions";
import { useCommands } from "@/components/commands/use-commands";
import { canBeAsked, useAskForQuotes } from "@/components/rfqs/use-ask-for-quotes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useWorkspaceValue } from "@/components/workspace/workspace-context";
import { counted } from "@/lib/format";
import type { OptionKind, SupplyOption } from "@/lib/schemas/option";
import type { NewerRevision } from "@/lib/schemas/quote-in-plan";
import { hasThroughputOf } from "@/lib/views/benchmark-import-words";
import { copyName, rowIdFor } from "../row-ids";
import { RowMenu } from "../row-menu";
import { TabHead } from "../tab-head";
import { useOpenRow } from "../use-open-row";
import { usePlanOnTab } from "../use-plan-on-tab";
import { useRowActions } from "../use-row-actions";
import type { OptionStart } from "./new-option";
import { OptionCard } from "./option-card";

const OptionSheet = dynamic(() => import("./option-sheet").then((module) => module.OptionSheet), {
  ssr: false,
});
const NewerRevisions = dynamic(() =>
  import("./newer-revisions").then((module) => module.NewerRevisions),
);
const AddOption = dynamic(() => import("./add-option").then((module) => module.AddOption), {
  ssr: false,
});
const BenchmarkDialog = dynamic(
  () => import("./benchmark-dialog").then((module) => module.BenchmarkDialog),
  { ssr: false },
);

const doors = {
  save: saveOptionAction,
  remove: removeOptionAction,
  restore: restoreOptionAction,
};

const addressed = parseAsStringLiteral(["option"]).withOptions({ history: "push" });

type OptionsTabProps = {
  /** Options that a newer revision of their quote waits for. */
  readonly newerRevisions: readonly NewerRevision[];
};

export function OptionsTab({ newerRevisions }: OptionsTabProps) {
  const { stored, plan, overlay } = usePlanOnTab();
  const projections = useWorkspaceValue((state) => state.projection.options);
  const row = useOpenRow();
  const actions = useRowActions(stored.id, doors);
  const quotes = useAskForQuotes(stored.id);
  const [asked, setAsked] = useQueryState("add", addressed);
  const adding = asked !== null && stored.canEdit;
  const setAdding = (on: boolean) => void setAsked(on ? "option" : null);
  const [draft, setDraft] = useState<SupplyOption | null>(null);
  const [importing, setImporting] = useState(false);
  const ids = plan.options.map(({ id }) => id);
  const names = plan.options.map(({ name }) => name);
  useCommands(stored.canEdit ? { "add-row": () => setAdding(true) } : {});

  const add = async (kind: OptionKind, start: OptionStart | null) => {
    const { draftOption } = await import("./draft-option");
    const option = draftOption(plan, kind, start);
    setAdding(false);
    setDraft(option);
    row.show(option.id);
  };
  const duplicate = (option: SupplyOption) => {
    const name = copyName(option.name, names);
    void actions.add({ ...option, name, id: rowIdFor(name, ids, option.kind) });
  };
  const takeBenchmark = async (option: SupplyOption, fileName: string) => {
    const before = plan.options.find(({ id }) => id === option.id);
    if (!before) return;
    const done = await actions.change(
      { body: before, version: versionOf(option.id) },
      option,
      hasThroughputOf(option.name, fileName),
    );
    if (done) setImporting(false);
  };
  const versionOf = (id: string) => stored.rowVersions[`options.${id}`] ?? 0;
  const canImport = plan.options.some((option) => "throughput" in option);
  const addButton = (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setAdding(true)}>
      Option
    </Button>
  );
  const saved = plan.options.find(({ id }) => id === row.open);
  const shown = saved ?? (draft?.id === row.open ? draft : undefined);
  return (
    <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
      {plan.options.length === 0 && stored.canEdit ? (
        <EmptyState title="What could serve it?" actions={addButton}>
          Add at least two ways: a managed API, rented accelerators, servers or devices of your own.
          The catalog fills in prices with their source and date. About a minute each.
        </EmptyState>
      ) : (
        <TabHead
          title={counted(plan.options.length, "option")}
          description="Ways to serve and train the workloads. The projection compares them month by month."
          canEdit={stored.canEdit}
          overlay={overlay}
          actions={
            <>
              {canImport && (
                <Button
                  icon={<Gauge aria-hidden size={16} />}
                  aria-haspopup="dialog"
                  onClick={() => setImporting(true)}
                >
                  Import a benchmark
                </Button>
              )}
              {addButton}
            </>
          }
        />
      )}
      {newerRevisions.length > 0 && (
        <NewerRevisions
          planId={stored.id}
          revisions={newerRevisions}
          optionNames={new Map(plan.options.map(({ id, name }) => [id, name]))}
          canEdit={stored.canEdit}
        />
      )}
      <ul className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        {plan.options.map((option) => (
          <OptionCard
            key={option.id}
            option={option}
            projection={projections.find(({ optionId }) => optionId === option.id)}
            currency={plan.currency}
            months={plan.horizonMonths}
            onOpen={(field) => row.show(option.id, field)}
            menu={
              stored.canEdit && (
                <RowMenu
                  name={option.name}
                  busy={actions.busy}
                  onEdit={() => row.show(option.id)}
                  onDuplicate={() => duplicate(option)}
                  onDelete={() => void actions.remove(option.id, option.name)}
                  further={
                    canBeAsked(option.kind)
                      ? [
                          {
                            label: "Ask for quotes",
                            icon: <FileQuestion aria-hidden size={16} />,
                            onSelect: () => void quotes.ask(plan, option.id),
                            disabled: quotes.busy,
                          },
                        ]
                      : []
                  }
                />
              )
            }
          />
        ))}
      </ul>
      {adding && (
        <AddOption
          currency={plan.currency}
          onOpenChange={setAdding}
          onAdd={(...of) => void add(...of)}
        />
      )}
      {importing && (
        <BenchmarkDialog
          plan={plan}
          busy={actions.busy}
          onClose={() => setImporting(false)}
          onUse={(option, fileName) => void takeBenchmark(option, fileName)}
        />
      )}
      {shown && (
        <OptionSheet
          key={row.open}
          planId={stored.id}
          plan={plan}
          option={shown}
          stored={saved && { body: saved, version: versionOf(saved.id) }}
          readOnly={!stored.canEdit}
          field={row.field}
          asked={row.asked}
          onUnsaved={row.onUnsaved}
          onClose={row.close}
        />
      )}
    </div>
  );
}
