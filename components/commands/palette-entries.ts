import { figuresOf } from "@/lib/schemas/paths";
import type { PlanSummary, StoredPlan } from "@/lib/schemas/stored-plan";
import { inputHref, inputOwner } from "@/lib/views/links";
import { type Command, type CommandPlace, commands, hrefOf, isOffered } from "./commands";
import { type Match, match } from "./match";

/** A line of the palette: a command, a plan, a row or an input. */
export type Entry = {
  readonly id: string;
  readonly label: string;
  /** Which of several of that name. */
  readonly detail?: string;
  readonly group: string;
  readonly keywords?: string;
  readonly shortcut?: string;
  readonly href?: string;
  /** Shown only once it is looked for: there are many. */
  readonly deep?: true;
};

export type FoundEntry = Entry & { readonly ranges: Match["ranges"] };
export type EntryGroup = { readonly value: string; readonly items: readonly FoundEntry[] };

const mostRecent = 5;
const mostOfGroup = 12;

function ofCommand({ id, label, group, keywords, shortcut, href }: Command, planId: string | null) {
  return {
    id,
    label,
    group,
    ...(keywords && { keywords }),
    ...(shortcut && { shortcut }),
    ...(href && { href: hrefOf(href, planId) }),
  };
}

/** What can be gone to inside a plan: its rows, and every input by its name. */
function ofPlan({ id: planId, plan }: StoredPlan): readonly Entry[] {
  const row = (group: string, path: string, name: string) => ({
    id: `${planId} ${path}`,
    label: name,
    group,
    href: inputHref(planId, path),
  });
  const inputs = figuresOf(plan).map(({ path, spec }) => ({
    id: `${planId} ${path}`,
    label: spec.label,
    detail: inputOwner(plan, path),
    group: "Inputs",
    keywords: inputOwner(plan, path),
    href: inputHref(planId, path),
    deep: true as const,
  }));
  return [
    ...plan.workloads.map(({ id, name }) => row("Workloads", `workloads.${id}`, name)),
    ...plan.options.map(({ id, name }) => row("Options", `options.${id}`, name)),
    ...inputs,
  ];
}

/** Choosing one needs no address: `run` finds its id after the word. */
export const scenarioPrefix = "scenario:";

function scenarios({ plan }: StoredPlan): readonly Entry[] {
  const named = plan.scenarios.map(({ id, name }) => ({
    id: `${scenarioPrefix}${id}`,
    label: name,
    group: "Scenarios",
    keywords: "scenario switch",
  }));
  if (named.length === 0) return [];
  const base = { id: scenarioPrefix, label: "Base", group: "Scenarios", keywords: "scenario" };
  return [base, ...named];
}

export function entriesOf(
  place: CommandPlace,
  stored: StoredPlan | null,
  plans: readonly Pick<PlanSummary, "id" | "name" | "archived">[],
): readonly Entry[] {
  const { planId } = place;
  const offered = commands.filter(
    (command) => isOffered(command, place) && command.id !== "palette",
  );
  const there = offered.map((command) => ofCommand(command, planId));
  return [
    ...there.filter(({ group }) => group === "This plan"),
    ...(stored ? [...scenarios(stored), ...ofPlan(stored)] : []),
    ...plans
      .filter(({ id }) => id !== planId)
      .map(({ id, name, archived }) => ({
        id: `plan ${id}`,
        label: name,
        group: "Plans",
        href: `/plans/${id}`,
        ...(archived && { detail: "archived" }),
      })),
    ...there.filter(({ group }) => group !== "This plan"),
  ];
}

/** With nothing typed: what was used last, then the rest; else the best first, group by group. */
export function findEntries(
  entries: readonly Entry[],
  query: string,
  recent: readonly string[],
): readonly EntryGroup[] {
  if (query.trim() === "") {
    const used = recent
      .flatMap((id) => entries.filter((entry) => entry.id === id))
      .slice(0, mostRecent);
    const rest = entries.filter((entry) => !entry.deep && !used.includes(entry));
    const again = used.map((entry) => ({ ...entry, group: "Recent" }));
    return grouped([...again, ...rest].map((entry) => ({ entry, score: 0, ranges: [] })));
  }
  const found = entries.flatMap((entry) => {
    const hit = match(query, entry.label, `${entry.keywords ?? ""} ${entry.group}`);
    if (!hit) return [];
    const usedBefore = recent.includes(entry.id) ? -0.5 : 0;
    return [{ entry, score: hit.score + usedBefore, ranges: hit.ranges }];
  });
  return grouped(found.sort((a, b) => a.score - b.score));
}

function grouped(
  found: readonly { readonly entry: Entry; readonly ranges: Match["ranges"] }[],
): readonly EntryGroup[] {
  const groups = new Map<string, FoundEntry[]>();
  for (const { entry, ranges } of found) {
    const items = groups.get(entry.group) ?? [];
    groups.set(entry.group, items);
    if (items.length < mostOfGroup) items.push({ ...entry, ranges });
  }
  return [...groups].map(([value, items]) => ({ value, items }));
}
