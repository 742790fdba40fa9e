"use client";

import { useRef, useState } from "react";
import { attempt } from "@/components/plans/attempt";
import { type ImportSettings, type LinesPreview, nothingSet } from "@/lib/schemas/lines-import";
import { settledSettings } from "@/lib/views/lines-import";
import { sendFile } from "./send-file";

/** A second choice, made before the first was answered, must not undo it. */
function withSaid(read: LinesPreview, said: ImportSettings): LinesPreview {
  const { decimal, dates, percent, category, guess = false, chosen = {}, chosenPaid = {} } = said;
  return {
    ...read,
    ...{ category, guess, chosen, chosenPaid },
    mapping: said.mapping ?? read.mapping,
    decimal: decimal ? { value: decimal, isCertain: true } : read.decimal,
    dates: dates ? { value: dates, isCertain: true } : read.dates,
    percent: percent ? { value: percent, isCertain: true } : read.percent,
  };
}

/** Reads the file anew with each thing that is said about it; the newest answer counts. */
export function usePreview(quoteId: string) {
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<LinesPreview | null>(null);
  /** What was said since, while its answer is on the way. */
  const [said, setSaid] = useState<ImportSettings | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController>(null);

  const preview = read && said ? withSaid(read, said) : read;
  const look = async (given: File, settings: ImportSettings) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setBusy(true);
    setMessage(null);
    const path = `/quotes/${quoteId}/import/preview`;
    const sent = { file: given, input: { quoteId, settings }, signal: own.signal };
    const outcome = await attempt(() => sendFile<LinesPreview>(path, sent), "Not read");
    if (own.signal.aborted) return;
    setBusy(false);
    setSaid(null);
    if (outcome.ok) setRead(outcome.data);
    else setMessage(outcome.message);
  };
  const choose = (given: File) => {
    setFile(given);
    setRead(null);
    setSaid(null);
    return look(given, nothingSet);
  };
  /** Another sheet or header has other columns: what was said of the old ones holds no longer. */
  const change = (part: Partial<ImportSettings>) => {
    if (!file || !preview) return;
    const isOther = "sheet" in part || "headerRow" in part;
    const kept = isOther
      ? {
          ...nothingSet,
          ...{ sheet: preview.sheet, category: preview.category, guess: preview.guess },
        }
      : settledSettings(preview);
    const settings = { ...kept, ...part };
    setSaid(settings);
    return look(file, settings);
  };
  const leave = () => {
    running.current?.abort();
    setFile(null);
    setRead(null);
    setSaid(null);
    setMessage(null);
    setBusy(false);
  };
  return { file, preview, message, busy, choose, change, leave };
}
