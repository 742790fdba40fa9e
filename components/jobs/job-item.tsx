"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import {
  cancelJobAction,
  removeJobAction,
  retryJobAction,
} from "@/app/(product)/(app)/settings/jobs/actions";
import { attempt } from "@/components/plans/attempt";
import { Button, buttonClass } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import type { JobRow } from "@/lib/views/jobs";
import { notChanged } from "@/lib/views/jobs-words";

const actions = { Cancel: cancelJobAction, Retry: retryJobAction, Delete: removeJobAction };
type Offer = keyof typeof actions;

export function JobItem({ row }: { readonly row: JobRow }) {
  const { id, name, asked, mayCancel, mayRetry, mayDelete, file } = row;
  const [busy, setBusy] = useState<Offer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const offers: readonly (readonly [Offer, boolean])[] = [
    ["Cancel", mayCancel],
    ["Retry", mayRetry],
    ["Delete", mayDelete],
  ];

  const press = async (offer: Offer) => {
    setBusy(offer);
    const outcome = await attempt(() => actions[offer]({ jobId: id }), notChanged);
    setBusy(null);
    setError(outcome.ok ? null : outcome.message);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <JobText row={row} />
      <div className="flex flex-wrap gap-2">
        {file && (
          <a href={file.href} download className={buttonClass({ size: "small" })}>
            <Download aria-hidden size={14} />
            Download
            <span className="sr-only"> {file.name}</span>
          </a>
        )}
        {offers
          .filter(([, isOffered]) => isOffered)
          .map(([offer]) => (
            <Button
              key={offer}
              size="small"
              busy={busy === offer}
              aria-label={`${offer} ${name}. ${asked}`}
              onClick={() => press(offer)}
            >
              {offer}
            </Button>
          ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}

function JobText({ row }: { readonly row: JobRow }) {
  const { name, stateWord, tone, asked, text, error, progress, file } = row;
  return (
    <div className="min-w-0 flex-1 basis-72">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="break-words font-label">{name}</span>
        <Pill tone={tone}>{stateWord}</Pill>
      </p>
      <p className="text-ink-3 text-xs tabular-nums">{asked}</p>
      <p className="text-ink-2 text-xs tabular-nums first-letter:uppercase">
        {text}
        {progress && `, ${progress.text}`}
      </p>
      {progress && (
        <progress
          aria-label={`${name}: ${text}`}
          value={progress.fraction}
          max={1}
          className="mt-1 h-1.5 w-full max-w-80 accent-accent"
        />
      )}
      {file && (
        <p className="break-words text-ink-2 text-xs tabular-nums">
          {file.name}, {file.text}
        </p>
      )}
      {error && <p className="mt-1 text-bad text-sm">{error}</p>}
    </div>
  );
}
