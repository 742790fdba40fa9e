"use client";

import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { TextInput } from "@/components/ui/text-input";
import { counted, figureText } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import { type FigureAtPath, figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { currencyAt } from "@/lib/views/currency";
import { inputsOutOfUse } from "@/lib/views/inputs-out-of-use";
import { inputHref, inputOwner } from "@/lib/views/links";
import { shortSource } from "../figure-words";

type Idle = ReadonlyMap<string, string>;

function groupsOf(
  plan: Plan,
  idle: Idle,
  sought: string,
): readonly (readonly [string, FigureAtPath[]])[] {
  const words = sought.trim().toLowerCase().split(/\s+/);
  const groups = new Map<string, FigureAtPath[]>();
  for (const input of figuresOf(plan)) {
    const owner = inputOwner(plan, input.path);
    const { evidence, source = "" } = input.figure;
    const lack = input.figure.value === null ? `missing ${missingWord(input.spec.unit)}` : "";
    const use = idle.has(input.path) ? outOfUse : "";
    const text = [owner, input.spec.label, evidence, source, lack, use].join(" ").toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(owner, [...(groups.get(owner) ?? []), input]);
  }
  return [...groups];
}

const outOfUse = "out of use";

/** Every input of the plan by its owner, each a way to its field; what is out of use says so. */
export function AllInputs({ plan, planId }: { readonly plan: Plan; readonly planId: string }) {
  const [sought, setSought] = useQueryState("find", parseAsString.withDefault(""));
  const all = useMemo(() => figuresOf(plan).length, [plan]);
  const idle = useMemo(() => inputsOutOfUse(plan), [plan]);
  const groups = useMemo(() => groupsOf(plan, idle, sought), [plan, idle, sought]);
  const found = groups.reduce((sum, [, inputs]) => sum + inputs.length, 0);
  return (
    <section aria-labelledby="all-inputs" className="card grid gap-4 p-[18px]">
      <div className="flex flex-wrap items-center gap-3">
        <h3 id="all-inputs" className="flex-1 basis-40 text-base">
          All {counted(all, "input")}
        </h3>
        <TextInput
          type="search"
          aria-label="Find an input"
          placeholder="Find: rental, missing, quoted"
          className="w-full sm:w-64"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      <p role="status" className="sr-only">
        {counted(found, "input")} found
      </p>
      {found === 0 && (
        <p className="text-ink-2 text-sm">
          No input matches “{sought.trim()}”.{" "}
          <button type="button" className="link" onClick={() => setSought("")}>
            Clear it
          </button>
        </p>
      )}
      <div className="gap-x-8 lg:columns-2">
        {groups.map(([owner, inputs]) => (
          <Group key={owner} {...{ owner, inputs, idle, planId, plan }} />
        ))}
      </div>
    </section>
  );
}

function valueColour(value: number | null, isIdle: boolean): string {
  if (isIdle) return "text-figure text-ink-3";
  return value === null ? "text-warn" : "text-figure";
}

function Group(props: {
  readonly owner: string;
  readonly inputs: readonly FigureAtPath[];
  readonly idle: Idle;
  readonly planId: string;
  readonly plan: Plan;
}) {
  const { owner, inputs, idle, planId, plan } = props;
  return (
    <section className="mb-5 min-w-0">
      <h4 className="break-after-avoid font-label text-ink-3 text-xs">
        {owner} <span className="text-2xs">{inputs.length}</span>
      </h4>
      <ul>
        {inputs.map(({ path, spec, figure }) => (
          <li key={path} className="border-line border-b">
            <Link
              href={inputHref(planId, path)}
              className="flex min-h-8 items-baseline gap-3 py-1 text-sm no-underline hover:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <span className="min-w-0 flex-1 truncate">
                {spec.label}
                {idle.has(path) && (
                  <span className="block text-ink-3 text-xs">
                    {outOfUse}: {idle.get(path)}
                  </span>
                )}
              </span>
              <span className={valueColour(figure.value, idle.has(path))}>
                {figureText(figure.value, spec.unit, currencyAt(plan, path))}
              </span>
              <span className="w-2.5 shrink-0">
                {figure.value !== null && (
                  <EvidenceMark evidence={figure.evidence} detail={shortSource(figure)} />
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
