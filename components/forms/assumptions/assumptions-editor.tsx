"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { focusField } from "../focus-field";
import { SaveNotice } from "../save-notice";
import { useBackGuard } from "../use-back-guard";
import { useUnsavedGuard } from "../use-unsaved-guard";
import { AdvancedSettings } from "./advanced-settings";
import { AllInputs } from "./all-inputs";
import { assumptionInputs } from "./assumption-inputs";
import { AssumptionTable } from "./assumption-table";
import { ExchangeRates } from "./exchange-rates";
import { PlainSettings } from "./plain-settings";
import { SettingsProvider } from "./settings-context";
import { useSettings } from "./use-settings";

/** What holds for the whole plan, each saved when its field is left; then every input there is. */
export function AssumptionsEditor({ stored }: { readonly stored: StoredPlan }) {
  const { plan, canEdit } = stored;
  const settings = useSettings(stored);
  const [field] = useQueryState("field", parseAsString);
  const root = useRef<HTMLDivElement>(null);
  useUnsavedGuard(settings.unsaved, settings.save.kind === "saving");
  useBackGuard(settings.unsaved);
  useEffect(() => {
    if (field && root.current) focusField(root.current, field);
  }, [field]);
  return (
    <div ref={root} className="grid grid-cols-1 gap-4">
      <SettingsProvider value={{ settings, plan, readOnly: !canEdit }}>
        <SaveLine settings={settings} />
        <section aria-label="Plan" className="card p-[18px]">
          <PlainSettings />
        </section>
        <section aria-label="Figures of the whole plan" className="card overflow-hidden">
          <AssumptionTable inputs={assumptionInputs} />
        </section>
        <AdvancedSettings />
        <ExchangeRates />
      </SettingsProvider>
      <AllInputs plan={plan} planId={stored.id} />
    </div>
  );
}

function SaveLine({ settings }: { readonly settings: ReturnType<typeof useSettings> }) {
  const { kind } = settings.save;
  const said = kind === "saving" ? "Saving" : kind === "saved" ? "Saved" : "";
  return (
    <>
      <p role="status" className="-mb-2 min-h-[18px] text-right text-ink-3 text-sm empty:hidden">
        {said}
      </p>
      {kind === "waiting" && (
        <div className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-xl rounded-lg border border-bad bg-raised p-3 shadow-2">
          <SaveNotice state={settings.save} onRetry={settings.retryNow} />
        </div>
      )}
    </>
  );
}
