import { templateCurrency } from "@/lib/catalog/templates";
import type { OptionKind, SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { kindNames } from "@/lib/views/names";
import { copyName, rowIdFor } from "../row-ids";
import { newOption, type OptionStart } from "./new-option";
import { throughputEntries, throughputFrom } from "./throughput";

function nameOf(kind: OptionKind, start: OptionStart | null): string {
  if (!start) return kindNames[kind];
  const { provider, model, accelerator } = start.subject;
  const short = (accelerator ?? "")
    .replace(/^(NVIDIA|AMD Instinct|Google) /, "")
    .replace(" SXM", "");
  if (kind === "edge") return start.label;
  if (kind === "api") return `${model ?? start.label} API`;
  return kind === "cloud" ? [provider, short].filter(Boolean).join(" ") : `Own ${short} servers`;
}

/** Where the catalog measured exactly this model on this accelerator, the option starts with it. */
function withThroughput(plan: Plan, option: SupplyOption): SupplyOption {
  if (option.kind === "api" || option.kind === "portfolio") return option;
  const accelerator = option.kind === "edge" ? option.device : option.accelerator;
  const throughput = plan.workloads.flatMap((workload) => {
    if (workload.kind !== "inference" || !workload.modelName || !accelerator) return [];
    const [exact] = throughputEntries({ accelerator, model: workload.modelName }).filter(
      ({ subject }) => subject.accelerator === accelerator && subject.model === workload.modelName,
    );
    return exact ? [throughputFrom(exact.id, workload.id)] : [];
  });
  return { ...option, throughput };
}

function isPriced(option: SupplyOption): boolean {
  if (option.kind === "api") {
    return option.inputPrice.value !== null && option.outputPrice.value !== null;
  }
  return option.kind === "cloud" && option.rate.value !== null;
}

/** What serves until servers arrive: one with a price, since without it the new option has none. */
function bridgeFor(plan: Plan): SupplyOption | undefined {
  return (
    plan.options.find(isPriced) ??
    plan.options.find(({ kind }) => kind === "api" || kind === "cloud")
  );
}

/** Devices, else machines, for the base load, and what is billed by use for the burst, as far as the plan has them. */
function partsFor(plan: Plan) {
  const singles = plan.options.filter(({ kind }) => kind !== "portfolio");
  const base =
    singles.find(({ kind }) => kind === "edge") ??
    singles.find(({ kind }) => kind === "on-premises") ??
    singles[0];
  const burst =
    singles.find((option) => option !== base && isPriced(option)) ??
    singles.find((option) => option !== base);
  return {
    ...(base?.kind === "edge" && { mode: "by-share" as const }),
    firstOptionId: base?.id ?? null,
    secondOptionId: burst?.id ?? null,
  };
}

/** What the catalog fills in stays in the catalog's currency. */
function inCurrency(option: SupplyOption, plan: Plan, currency: string): SupplyOption {
  return option.kind === "portfolio" || currency === plan.currency
    ? option
    : { ...option, currency };
}

/** A new option of the plan, filled as far as the catalog goes; not saved yet. */
export function draftOption(plan: Plan, kind: OptionKind, start: OptionStart | null): SupplyOption {
  const ids = plan.options.map(({ id }) => id);
  const names = plan.options.map(({ name }) => name);
  const first = nameOf(kind, start);
  const name = names.includes(first) ? copyName(first, names) : first;
  const today = new Date().toISOString().slice(0, 10);
  const id = rowIdFor(name, ids, kind);
  const currency = start ? templateCurrency : plan.currency;
  const option = inCurrency(newOption(kind, { id, name, currency, today, start }), plan, currency);
  if (option.kind === "portfolio") return { ...option, ...partsFor(plan) };
  const bridge = bridgeFor(plan);
  return withThroughput(
    plan,
    option.kind === "on-premises" && bridge ? { ...option, bridgeOptionId: bridge.id } : option,
  );
}
