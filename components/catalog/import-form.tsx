"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendFile } from "@/components/lines-import/send-file";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import {
  guessObserved,
  guessProvider,
  guessSource,
  importHelp,
  notImported,
  observedHelp,
  sourceChoices,
} from "@/lib/views/price-import-words";

type Chosen = {
  readonly file: File;
  readonly source: PriceSource;
  readonly observedOn: string;
  readonly provider: string;
};

const beginningBytes = 4000;

async function chosenOf(file: File, today: string): Promise<Chosen> {
  const beginning = await file.slice(0, beginningBytes).text();
  const changedOn = new Date(file.lastModified).toISOString().slice(0, 10);
  const source = guessSource(beginning) ?? "litellm";
  return {
    ...{ file, source, observedOn: guessObserved({ name: file.name, changedOn }, today) },
    provider: source === "skypilot" ? guessProvider(file.name) : "",
  };
}

/** A file of prices, what it is, and when it was seen. */
export function ImportForm({ today }: { readonly today: string }) {
  const router = useRouter();
  const [id, setId] = useState(newId);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const change = (part: Partial<Chosen>) => {
    setChosen((now) => now && { ...now, ...part });
    setError(null);
  };
  const send = async ({ file, ...order }: Chosen) => {
    setBusy(true);
    const outcome = await attempt(
      () =>
        sendFile<{ readonly id: string }>("/catalog/import/file", {
          file,
          input: { id, ...order },
        }),
      notImported,
    );
    if (outcome.ok) return router.push(`/catalog/import/${outcome.data.id}`);
    setBusy(false);
    setId(newId());
    setError(outcome.message);
  };
  return (
    <section aria-label="A file of prices" className="card grid gap-4 p-[18px]">
      <p className="text-ink-2 text-sm">{importHelp}</p>
      <FileDrop
        label="File of prices"
        accept=".json,.csv,application/json,text/csv"
        busy={busy}
        onFile={async (file) => setChosen(await chosenOf(file, today))}
      />
      {chosen && (
        <>
          <p className="font-label text-sm">{chosen.file.name}</p>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <Field label="Source">
              {(control) => (
                <Select
                  {...control}
                  value={chosen.source}
                  onValueChange={(source) => change({ source })}
                  options={sourceChoices}
                />
              )}
            </Field>
            <Field label="Seen on" help={observedHelp}>
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  value={chosen.observedOn}
                  max={today}
                  onChange={(event) => change({ observedOn: event.target.value })}
                />
              )}
            </Field>
            {chosen.source === "skypilot" && (
              <Field label="Cloud" help="Whose machines the file lists, for example aws.">
                {(control) => (
                  <TextInput
                    {...control}
                    value={chosen.provider}
                    maxLength={60}
                    onChange={(event) => change({ provider: event.target.value })}
                  />
                )}
              </Field>
            )}
          </div>
          <Button
            variant="primary"
            className="justify-self-start"
            busy={busy}
            onClick={() => send(chosen)}
          >
            Import prices
          </Button>
        </>
      )}
      {error && <FieldError>{error}</FieldError>}
    </section>
  );
}
