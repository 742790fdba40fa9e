"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { saveQuoteReviewAction } from "@/app/(product)/(app)/plans/[planId]/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { type Criterion, criterionKinds } from "@/lib/schemas/quote-review";

type ReviewDialogProps = {
  readonly planId: string;
  readonly found: Pick<PlanQuotes, "review" | "people">;
  readonly onClose: () => void;
};

const kindWords = { cost: "by cost", time: "by lead time", judged: "judged" } as const;
const roles = { no: "no evaluator", all: "evaluator", blind: "evaluator, prices hidden" } as const;
type Part = keyof typeof roles;

/** By what the quotes of a plan are judged, with which weights, and by whom. */
export function ReviewDialog({ planId, found, onClose }: ReviewDialogProps) {
  const formId = useId();
  const form = useReviewForm({ planId, found, onClose });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Criteria and evaluators"
      description="Weights count against their sum. Whoever judges with prices hidden cannot open the plan or its quotes, only the technical review."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-5">
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-title text-sm">Criteria</legend>
          {form.criteria.map((one) => (
            <CriterionRow key={one.id} row={one} {...form} />
          ))}
          <Button
            size="small"
            variant="quiet"
            className="justify-self-start"
            icon={<Plus aria-hidden size={14} />}
            onClick={form.add}
          >
            Add a criterion
          </Button>
        </fieldset>
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-title text-sm">Evaluators</legend>
          {found.people.map(({ userId, name, mayAward }) => (
            <div key={userId} className="flex items-center justify-between gap-3 text-sm">
              <span className="truncate">{name}</span>
              <Select
                aria-label={`${name} is`}
                small
                value={form.partOf(userId)}
                onValueChange={(part) => form.setPart(userId, part)}
                options={(Object.keys(roles) as Part[])
                  .filter((part) => part !== "blind" || !mayAward)
                  .map((value) => ({ value, label: roles[value] }))}
              />
            </div>
          ))}
        </fieldset>
        {form.message && <FieldError>{form.message}</FieldError>}
      </form>
    </Dialog>
  );
}

type Draft = Omit<Criterion, "weight"> & { readonly weight: string };

function CriterionRow(props: {
  readonly row: Draft;
  readonly change: (id: string, part: Partial<Draft>) => void;
  readonly remove: (id: string) => void;
}) {
  const { row, change, remove } = props;
  const { id, name, kind, weight } = row;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem_4.5rem_auto] items-center gap-2">
      <TextInput
        aria-label="Criterion"
        value={name}
        maxLength={60}
        onChange={(event) => change(id, { name: event.target.value })}
      />
      <Select
        aria-label={`How ${name} is scored`}
        value={kind}
        onValueChange={(value) => change(id, { kind: value })}
        options={criterionKinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <TextInput
        aria-label={`Weight of ${name}`}
        inputMode="decimal"
        value={weight}
        onChange={(event) => change(id, { weight: event.target.value })}
      />
      <IconButton
        label={`Remove ${name}`}
        icon={<Trash2 aria-hidden size={14} />}
        onClick={() => remove(id)}
      />
    </div>
  );
}

function useReviewForm({ planId, found, onClose }: ReviewDialogProps) {
  const { review } = found;
  const router = useRouter();
  const toast = useToast();
  const [criteria, setCriteria] = useState<readonly Draft[]>(() =>
    review.criteria.map((one) => ({ ...one, weight: String(one.weight) })),
  );
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>(() =>
    Object.fromEntries(
      review.evaluators.map(({ userId, seesPrices }) => [userId, seesPrices ? "all" : "blind"]),
    ),
  );
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = criteria.map((one) => ({ ...one, weight: Number(one.weight.trim() || "NaN") }));
    const wrong = read.find(({ weight }) => !(weight >= 0 && weight <= 1000));
    if (wrong) return setMessage(`${wrong.name || "A criterion"}: enter a weight from 0 to 1,000.`);
    setBusy(true);
    const evaluators = Object.entries(parts)
      .filter(([, part]) => part !== "no")
      .map(([userId, part]) => ({ userId, seesPrices: part === "all" }));
    const input = { planId, expectedVersion: review.version, criteria: read, evaluators };
    const outcome = await attempt(() => saveQuoteReviewAction(input), "Not saved");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: "Review saved" });
    router.refresh();
    onClose();
  };
  return {
    ...{ criteria, message, busy, submit },
    change: (id: string, part: Partial<Draft>) =>
      setCriteria((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one))),
    remove: (id: string) => setCriteria((now) => now.filter((one) => one.id !== id)),
    add: () =>
      setCriteria((now) => [
        ...now,
        { id: `c-${newId()}`, name: "", kind: "judged", weight: "10" },
      ]),
    partOf: (userId: string): Part => parts[userId] ?? "no",
    setPart: (userId: string, part: Part) => setParts((now) => ({ ...now, [userId]: part })),
  };
}
