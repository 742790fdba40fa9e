"use client";

import { useRef, useState } from "react";
import { attempt } from "@/components/plans/attempt";
import { type ImportSettings, type LinesPreview, nothingSet } from "@/lib/schemas/lines-import";
import { settledSettings } from "@/lib/views/lines-import";
import { sendFile } from "./send-file";

/** Reads the file anew with each thing that is said about it; the newest answer counts. */
export function usePreview(quoteId: string) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<LinesPreview | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController>(null);

  const read = async (given: File, settings: ImportSettings) => {
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
    if (outcome.ok) setPreview(outcome.data);
    else setMessage(outcome.message);
  };
  const choose = (given: File) => {
    setFile(given);
    setPreview(null);
    return read(given, nothingSet);
  };
  /** Another sheet or header has other columns: what was said of the old ones holds no longer. */
  const change = (part: Partial<ImportSettings>) => {
    if (!file || !preview) return;
    const isOther = "sheet" in part || "headerRow" in part;
    const kept = isOther
      ? { ...nothingSet, sheet: preview.sheet, category: preview.category }
      : settledSettings(preview);
    return read(file, { ...kept, ...part });
  };
  const leave = () => {
    running.current?.abort();
    setFile(null);
    setPreview(null);
    setMessage(null);
    setBusy(false);
  };
  return { file, preview, message, busy, choose, change, leave };
}
