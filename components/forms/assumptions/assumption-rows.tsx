"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import {
  type Curve,
  type CurveKind,
  curveKindLabels,
  curveOfKind,
  kindShown,
  priceKinds,
} from "../curve-draft";
import { CurvePreview } from "../curve-preview";
import { assumed, type DraftFigure, unpriced } from "../provenance";
import { rowsOfKind, type Step, StepsEditor } from "../steps-editor";
import type { AssumptionInput } from "./assumption-inputs";
import { FigureCells } from "./figure-cells";
import { useSettingsForm } from "./settings-context";

/** A figure that may be absent is taken out by emptying its field. */
function isEmptied({ spec }: AssumptionInput, { value }: DraftFigure): boolean {
  return spec.emptyMeans !== undefined && value === null;
}

/** A figure of the plan, to edit in place. */
export function FigureRow({ input }: { readonly input: AssumptionInput }) {
  const { settings } = useSettingsForm();
  return (
    <FigureCells
      name={input.name}
      path={input.name}
      spec={input.spec}
      figure={settings.value<DraftFigure | undefined>(input.name) ?? unpriced}
      onFigure={(figure) =>
        settings.change(input.name, isEmptied(input, figure) ? undefined : figure)
      }
    />
  );
}

type PricePathDraft = Extract<Curve, { kind: "annual" | "steps" | "drawn" }>;
type StepsDraft = Extract<Curve, { kind: "steps" | "drawn" }>;
/** What the absence of a path stands for. */
const unchanged: PricePathDraft = { kind: "annual", changePerYearFraction: assumed(0) };
/** What a person begins with on giving it a change. */
const inflation: PricePathDraft = { kind: "annual", changePerYearFraction: assumed(0.03) };

function optionalPath(chosen: CurveKind, held: PricePathDraft | undefined) {
  if (chosen === "constant") return undefined;
  return chosen === "annual" && !held ? inflation : curveOfKind(chosen, held ?? unchanged, "price");
}

/** A price path: constant, so much a year, in steps, or drawn. */
export function PathRow({ input }: { readonly input: AssumptionInput }) {
  const { name, spec, isOptional } = input;
  const { settings, plan, readOnly } = useSettingsForm();
  const held = settings.value<PricePathDraft | undefined>(name);
  const curve = held ?? unchanged;
  const [asked, setAsked] = useState<CurveKind>(() => kindShown(curve));
  const kind = asked === curve.kind ? asked : kindShown(curve);
  const select = (
    <Select<CurveKind>
      aria-label={`${spec.label}, kind`}
      className="w-36 max-sm:w-full"
      disabled={readOnly}
      value={kind}
      onValueChange={(chosen) => {
        setAsked(chosen);
        settings.change(
          name,
          isOptional ? optionalPath(chosen, held) : curveOfKind(chosen, curve, "price"),
        );
        settings.leave(name);
      }}
      options={priceKinds.map((value) => ({ value, label: curveKindLabels[value] }))}
    />
  );
  const preview = <CurvePreview curve={curve} months={Math.min(plan.horizonMonths, 120)} />;
  if (curve.kind !== "annual") return <StepsRow {...{ name, spec, curve, select, preview }} />;
  return (
    <FigureCells
      name={name}
      path={`${name}.changePerYearFraction`}
      spec={spec}
      figure={curve.changePerYearFraction as DraftFigure}
      onFigure={(figure) =>
        settings.change(name, { kind: "annual", changePerYearFraction: figure })
      }
      before={select}
      hideInput={kind === "constant"}
      details={preview}
    />
  );
}

function StepsRow(props: {
  readonly name: string;
  readonly spec: AssumptionInput["spec"];
  readonly curve: StepsDraft;
  readonly select: React.ReactNode;
  readonly preview: React.ReactNode;
}) {
  const { name, spec, curve, select, preview } = props;
  const { settings, readOnly } = useSettingsForm();
  const { kind, evidence, source, date } = curve;
  const rows = curve.kind === "steps" ? curve.steps : curve.points;
  const withRows = (
    next: readonly Step[],
    from: Pick<DraftFigure, "evidence" | "source" | "date">,
  ) =>
    settings.change(name, {
      kind,
      [rowsOfKind[kind]]: next,
      evidence: from.evidence,
      ...(from.source && { source: from.source }),
      ...(from.date && { date: from.date }),
    });
  return (
    <FigureCells
      name={name}
      path={name}
      spec={spec}
      figure={{ evidence, source, date, value: rows.length }}
      onFigure={(figure) => withRows(rows, figure)}
      before={select}
      hideInput
      plainSource
      details={preview}
      inside={
        <StepsEditor
          kind={kind}
          name={`${name}.${rowsOfKind[kind]}`}
          steps={rows}
          error={settings.error(name)}
          readOnly={readOnly}
          onChange={(next) => withRows(next, curve)}
          onLeave={() => settings.leave(name)}
        />
      }
    />
  );
}
