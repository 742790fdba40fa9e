"use client";

import Link from "next/link";
import { useDeferredValue, useMemo } from "react";
import { Fold } from "@/components/forms/fold";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { usualFormats } from "@/lib/format";
import type { OpenedProposal } from "@/lib/schemas/proposal";
import type { ProposalFile } from "@/lib/schemas/proposal-file";
import { formatsSummary } from "@/lib/views/formats";
import { formatsOf, goneFiguresOf, proposalDocument } from "@/lib/views/proposal/proposal-document";
import { proposalName } from "@/lib/views/proposal/proposal-names";
import { DeleteProposal } from "./delete-proposal";
import { DocumentView } from "./document-view";
import { ExportButton } from "./export-button";
import { FormatFields } from "./format-fields";
import { IssuePanel } from "./issue-panel";
import { KeepTemplate } from "./keep-template";
import { SectionList } from "./section-list";
import { useMaterial } from "./use-material";
import { type ProposalForm, useProposalForm } from "./use-proposal-form";

/** A draft beside what it reads like; what is computed is the plan's own, now. */
export function ProposalScreen(props: {
  readonly opened: OpenedProposal;
  /** Made of the draft as it is stored. */
  readonly files: readonly ProposalFile[];
}) {
  const { opened, files } = props;
  const form = useProposalForm(opened);
  const { content } = form;
  const shown = useDeferredValue(content);
  const draft = useMaterial(opened, shown);
  const document = useMemo(
    () =>
      draft &&
      proposalDocument({
        ...{ content: shown, material: draft.material, house: opened.house },
        ...{ name: proposalName(opened, (opened.issues[0]?.issue ?? 0) + 1), issued: null },
      }),
    [draft, shown, opened],
  );
  const gone = draft ? goneFiguresOf(content, draft.material) : [];
  const lack = form.unsaved
    ? "Save it first: what is stored is what is issued."
    : !draft
      ? "Its plan or scenario is gone."
      : draft.material.proposedId === null
        ? "No option of the plan has all its figures yet."
        : gone.length > 0
          ? "A text names figures that are no longer in the plan."
          : null;
  return (
    <>
      <ProposalHead {...{ opened, form, files }} />
      <div className="mx-auto grid w-full max-w-[1680px] gap-5 px-3 py-5 md:px-7 xl:grid-cols-[340px_minmax(0,1fr)]">
        <a href="#settings" className="link justify-self-start text-sm xl:hidden">
          To title, sections, formats and issues
        </a>
        <div id="settings" className="grid scroll-mt-28 content-start gap-4 max-xl:order-last">
          <Settings opened={opened} form={form} />
          <section aria-labelledby="sections" className="card px-4 py-4">
            <h2 id="sections" className="text-base">
              Sections
            </h2>
            <SectionList
              sections={content.sections}
              canEdit={opened.canEdit}
              material={draft?.material ?? null}
              formats={formatsOf(content, opened.house)}
              onChange={(sections) => form.change({ sections })}
            />
          </section>
          <IssuePanel opened={opened} lack={lack} />
          {opened.canEdit && (
            <div className="flex flex-wrap gap-x-2">
              <KeepTemplate proposalId={opened.id} />
              <DeleteProposal opened={opened} />
            </div>
          )}
        </div>
        <div className="min-w-0">
          {document ? (
            <>
              {draft?.isComputing && (
                <p role="status" className="mx-auto mb-2 max-w-[860px] text-ink-3 text-xs">
                  Looking for what would change the answer…
                </p>
              )}
              <DocumentView document={document} />
            </>
          ) : (
            <p className="card mx-auto max-w-[860px] px-6 py-6 text-ink-2">
              {opened.plan
                ? "The scenario that this proposal shows is no longer in the plan. Choose another one at the left."
                : "The plan of this proposal was deleted. What was issued of it stays as it is."}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function ProposalHead(props: {
  readonly opened: OpenedProposal;
  readonly form: ProposalForm;
  readonly files: readonly ProposalFile[];
}) {
  const { opened, form, files } = props;
  const { content, busy, unsaved, message, save } = form;
  const { id: proposalId, version, planVersion } = opened;
  return (
    <header className="sticky top-0 z-2 border-line border-b bg-surface px-4 py-3.5 md:px-7">
      <div className="mx-auto flex min-h-8 max-w-[1680px] flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">
          <Breadcrumb
            above={[{ href: "/proposals", label: "Proposals" }]}
            here={content.title || "Untitled"}
          />
        </div>
        {opened.plan && (
          <Link href={`/plans/${opened.planId}/projection`} className="link text-sm">
            {opened.plan.name}
          </Link>
        )}
        <p className="text-ink-3 text-xs">
          {unsaved ? "Not saved yet" : `Saved, version ${opened.version}`}
          {!opened.canEdit && ", view only"}
        </p>
        {opened.plan && (
          <ExportButton
            {...{ proposalId, files, of: { version, planVersion } }}
            lack={unsaved ? "Save it first: what is stored is what is exported." : null}
          />
        )}
        {opened.canEdit && (
          <Button variant="primary" disabled={!unsaved} busy={busy} onClick={() => void save()}>
            Save
          </Button>
        )}
      </div>
      {message && (
        <p role="alert" className="mx-auto mt-1 max-w-[1680px] text-bad text-sm">
          {message}
        </p>
      )}
    </header>
  );
}

const base = "base";
const cheapest = "cheapest";

function Settings(props: { readonly opened: OpenedProposal; readonly form: ProposalForm }) {
  const { opened, form } = props;
  const { content, change } = form;
  const disabled = !opened.canEdit;
  const { options = [], scenarios = [] } = opened.plan ?? {};
  return (
    <section aria-label="Proposal" className="card grid gap-3 px-4 py-4">
      <Field
        label="Title"
        error={content.title.trim() === "" ? "Give the proposal a title." : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            value={content.title}
            maxLength={120}
            disabled={disabled}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="For whom" optional help="For decision by the investment committee">
        {(control) => (
          <TextInput
            {...control}
            value={content.audience}
            maxLength={200}
            disabled={disabled}
            onChange={(event) => change({ audience: event.target.value })}
          />
        )}
      </Field>
      <Field label="Proposes">
        {(control) => (
          <Select
            {...control}
            value={content.optionId ?? cheapest}
            disabled={disabled}
            options={[
              { value: cheapest, label: "The cheapest, whichever it is" },
              ...options.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(id) => change({ optionId: id === cheapest ? null : id })}
          />
        )}
      </Field>
      <Field label="Scenario">
        {(control) => (
          <Select
            {...control}
            value={content.scenarioId ?? base}
            disabled={disabled}
            options={[
              { value: base, label: "The plan as it stands" },
              ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(id) => change({ scenarioId: id === base ? null : id })}
          />
        )}
      </Field>
      <FormatsFold {...{ opened, form }} />
    </section>
  );
}

function FormatsFold(props: { readonly opened: OpenedProposal; readonly form: ProposalForm }) {
  const { opened, form } = props;
  const { content, change } = form;
  const shown = formatsOf(content, opened.house) ?? usualFormats;
  const takeBack = () => {
    const { formats: _, ...others } = content;
    form.replace(others);
  };
  return (
    <Fold title="Formats" summary={formatsSummary(shown)}>
      <FormatFields
        formats={content.formats}
        otherwise={opened.house.formats}
        disabled={!opened.canEdit}
        onChange={(formats) => change({ formats })}
      />
      {content.formats && opened.canEdit && (
        <button
          type="button"
          className="link min-h-6 justify-self-start text-xs"
          onClick={takeBack}
        >
          Back to the house style
        </button>
      )}
    </Fold>
  );
}
