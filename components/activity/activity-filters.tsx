"use client";

import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { type ActivityFilter, activityFilterOf } from "@/lib/schemas/activity";
import { activityHref, kindLabels, kinds } from "@/lib/views/activity";

type Choice = { readonly id: string; readonly name: string };

/** By person, plan and kind; each choice stands in the address. */
export function ActivityFilters(props: {
  readonly filter: ActivityFilter;
  readonly people: readonly Choice[];
  readonly plans: readonly Choice[];
}) {
  const { filter, people, plans } = props;
  const router = useRouter();
  const choose = (name: "person" | "plan" | "kind", value: string) => {
    const chosen = value === "" ? null : value;
    const asked: Record<string, string | null> = {
      person: filter.userId,
      plan: filter.planId,
      kind: filter.kind,
      [name]: chosen,
    };
    router.push(activityHref(activityFilterOf(asked), null));
  };
  const optionsOf = (everything: string, choices: readonly Choice[]) => [
    { value: "", label: everything },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label="Person"
        value={filter.userId ?? ""}
        onValueChange={(value) => choose("person", value)}
        options={optionsOf("Everybody", people)}
      />
      <Select
        aria-label="Plan"
        value={filter.planId ?? ""}
        onValueChange={(value) => choose("plan", value)}
        options={optionsOf("All plans", plans)}
      />
      <Select
        aria-label="Kind"
        value={filter.kind ?? ""}
        onValueChange={(value) => choose("kind", value)}
        options={optionsOf(
          "Every kind",
          kinds.map((kind) => ({ id: kind, name: kindLabels[kind] })),
        )}
      />
    </div>
  );
}
