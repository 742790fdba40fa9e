"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { dateText, figureText } from "@/lib/format";
import type { FieldSpec } from "@/lib/schemas/figure";
import { isRecord } from "@/lib/schemas/walk";
import { candidatesFor } from "../candidates";
import { plainText } from "../conflict-panel";
import { FigureEvidence } from "../figure-evidence";
import { rangeText, staleText } from "../figure-words";
import { useOwnCatalog } from "../own-catalog";
import type { DraftFigure } from "../provenance";
import { Clashing } from "./clashing";
import { InlineFigure } from "./inline-figure";
import { useSettingsForm } from "./settings-context";

export type FigureCellsProps = {
  /** Of the field that is saved. */
  readonly name: string;
  /** Of the figure itself: what an address names and the catalog is asked by. */
  readonly path: string;
  readonly spec: FieldSpec;
  readonly figure: DraftFigure;
  readonly onFigure: (figure: DraftFigure) => void;
  /** Stands before the number, such as the kind of a curve. */
  readonly before?: ReactNode;
  readonly hideInput?: boolean;
  /** Below the number: what was understood of what was typed. */
  readonly echo?: (typed: string | null) => ReactNode;
  /** Instead of the unit's own words. */
  readonly unitLabel?: string;
  /** Stands before the button that opens the source. */
  readonly action?: ReactNode;
  /** A curve in steps has a source and a date, but no range, address or note. */
  readonly plainSource?: boolean;
  /** Always in sight below the row. */
  readonly inside?: ReactNode;
  /** In sight with the source. */
  readonly details?: ReactNode;
};

const cell = "px-3 py-2.5 text-ink-2 max-lg:hidden";

/** One row of the table of assumptions. */
export function FigureCells(props: FigureCellsProps) {
  const { name, path, spec, figure, onFigure, plainSource = false, inside } = props;
  const { settings, plan, readOnly } = useSettingsForm();
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const { entries: own } = useOwnCatalog();
  const candidates = candidatesFor(path, spec, { currency: plan.currency, own });
  const isAbsent = spec.emptyMeans !== undefined && figure.value === null;
  return (
    <>
      <tr className="border-line border-t align-top max-md:grid max-md:grid-cols-[1fr_auto]">
        <th
          scope="row"
          className="px-3 py-2.5 text-left font-label md:min-w-36 max-md:col-span-2 max-md:pb-0"
        >
          {spec.label}
        </th>
        <td className="min-w-0 px-3 py-1.5 md:min-w-[21rem]">
          <Clashing name={name} textOf={(value) => textOf(value, spec, plan.currency)}>
            <InlineFigure {...props} candidates={candidates} />
          </Clashing>
        </td>
        <td className={clsx(cell, "whitespace-nowrap")}>
          {!isAbsent &&
            (plainSource ? "as drawn" : rangeText(figure, spec, plan.currency) || "no range")}
        </td>
        <td className={cell}>{!isAbsent && figure.evidence}</td>
        <td className={clsx(cell, "max-xl:hidden")}>
          {!isAbsent && <SourceCell figure={figure} />}
        </td>
        <td className="whitespace-nowrap px-2 py-1.5">
          {props.action}
          <IconButton
            label={`Source of ${spec.label}`}
            aria-expanded={open}
            {...(open && { "aria-controls": panelId })}
            onClick={() => setOpen(!open)}
            icon={
              <ChevronDown
                aria-hidden
                size={16}
                className={clsx("transition-transform duration-80", open && "rotate-180")}
              />
            }
          />
        </td>
      </tr>
      {(open || inside) && (
        <tr className="max-md:block">
          <td colSpan={6} className="px-3 pb-3 max-md:block">
            <div className="grid max-w-3xl gap-3">
              {inside}
              {open && props.details}
              {open && (
                <FigureEvidence
                  {...{ figure, spec, readOnly, candidates, plainSource }}
                  id={panelId}
                  label={spec.label}
                  currency={plan.currency}
                  onChange={onFigure}
                  onLeave={() => settings.leave(name)}
                />
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

/** Somebody else's figure, or the figure of their curve. */
function textOf(value: unknown, spec: FieldSpec, currency: string): string {
  if (!isRecord(value)) return plainText(value);
  if ("changePerYearFraction" in value) return textOf(value.changePerYearFraction, spec, currency);
  const isNumber = typeof value.value === "number" || value.value === null;
  return isNumber
    ? figureText(value.value as number | null, spec.unit, currency)
    : plainText(value);
}

function SourceCell({ figure }: { readonly figure: DraftFigure }) {
  const { source, url, date } = figure;
  const stale = staleText(figure, useOwnCatalog().today);
  if (!source) return <>no source</>;
  const isDated = date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date);
  return (
    <>
      {url && /^https?:\/\//.test(url) ? (
        <a className="link" href={url} target="_blank" rel="noreferrer">
          {source}
        </a>
      ) : (
        source
      )}
      <span className="block text-ink-3 text-xs">
        {isDated ? dateText(date) : "no date"}
        {stale && <span className="text-warn">, {stale}</span>}
      </span>
    </>
  );
}
