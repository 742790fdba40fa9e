"use client";

import { History } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { PartDifference } from "@/lib/views/plan-difference";
import type { VersionComparison } from "@/lib/views/plan-history";
import { Value } from "./differences";
import { useVersions } from "./use-versions";

export type ComparisonProps = {
  readonly planId: string;
  readonly comparison: VersionComparison;
  /** The version that stands. */
  readonly version: number;
  readonly canEdit: boolean;
};

const verbs = { added: "added", removed: "deleted", changed: "" };
const head = "px-3 py-2 text-left font-label text-ink-3 text-xs";
const cell = "px-3 py-1.5 text-left align-baseline text-sm";

/** Two versions side by side: what the answer was and is, then every field that differs. */
export function Comparison({ planId, comparison, version, canEdit }: ComparisonProps) {
  const { from, to, options, parts } = comparison;
  const versions = useVersions(planId);
  const columns = [`Version ${from.version}`, `Version ${to.version}`] as const;
  return (
    <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-xl">
            Version {from.version} beside version {to.version}
          </h2>
          <p className="mt-0.5 text-ink-2 text-sm">
            From {from.atText} to {to.atText}
            {to.version === version && ", as it is now"}.
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/plans/${planId}/history`}>History</ButtonLink>
          {canEdit && from.version !== version && (
            <Button
              icon={<History aria-hidden size={14} />}
              disabled={versions.busy}
              onClick={() => void versions.restore(from.version)}
            >
              Restore version {from.version}
            </Button>
          )}
        </div>
      </header>
      <Table title="What it does to the answer" columns={columns}>
        <Row
          label="Costs least, discounted"
          before={from.cheapest?.name ?? "no complete option"}
          after={to.cheapest?.name ?? "no complete option"}
        />
        <Row label="Lowest sum, for good" before={from.lead} after={to.lead} />
        {options.map((option) => (
          <Row
            key={option.id}
            label={`${option.name}, cash over the horizon`}
            before={option.before}
            after={option.after}
          />
        ))}
      </Table>
      {parts.length === 0 && <p className="text-ink-2">No field differs.</p>}
      {parts.map((part) => (
        <PartTable key={`${part.subject}.${part.id}`} part={part} columns={columns} />
      ))}
    </div>
  );
}

export function PartTable(props: {
  readonly part: Pick<PartDifference, "name" | "kind" | "fields">;
  readonly columns: readonly [string, string];
}) {
  const { part, columns } = props;
  const title = `${part.name} ${verbs[part.kind]}`.trim();
  if (part.fields.length === 0)
    return (
      <section className="card px-[18px] py-3.5">
        <h3 className="text-base">{title}</h3>
      </section>
    );
  return (
    <Table title={title} columns={columns}>
      {part.fields.map((field) => (
        <tr key={`${field.path} ${field.label}`} className="border-line border-t">
          <th scope="row" className={`${cell} font-text text-ink-2`}>
            {field.label}
          </th>
          <td className={cell}>
            <Value value={field.before} />
          </td>
          <td className={cell}>
            <Value value={field.after} className="font-label" />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Row(props: { readonly label: string; readonly before: string; readonly after: string }) {
  const { label, before, after } = props;
  const weight = before === after ? "" : "font-label";
  return (
    <tr className="border-line border-t">
      <th scope="row" className={`${cell} font-text text-ink-2`}>
        {label}
      </th>
      <td className={cell}>{before}</td>
      <td className={`${cell} ${weight}`}>{after}</td>
    </tr>
  );
}

function Table(props: {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly children: React.ReactNode;
}) {
  const { title, columns, children } = props;
  return (
    <section className="card min-w-0 overflow-x-auto" aria-label={title}>
      <h3 className="px-3 pt-3 text-base">{title}</h3>
      <table className="mt-1 w-full table-fixed">
        <thead>
          <tr>
            <th scope="col" className={head}>
              <span className="sr-only">Field</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
