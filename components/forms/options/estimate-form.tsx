"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select, type SelectOption } from "@/components/ui/select";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import {
  type EstimateAnswer,
  type EstimateQuestion,
  estimateAccelerators,
  estimateAnswer,
  estimateFormats,
  estimateModels,
} from "@/lib/views/throughput-estimate";
import { askedFor, estimatedThroughput } from "./estimate";

export function EstimateForm(props: {
  readonly workload: InferenceWorkload;
  readonly accelerator: string;
  readonly model: string;
  readonly onTake: (row: Throughput) => void;
}) {
  const { workload, onTake } = props;
  const [question, setQuestion] = useState(() => askedFor(props));
  const set = (change: Partial<EstimateQuestion>) => setQuestion({ ...question, ...change });
  const answer = estimateAnswer(question);
  return (
    <div className="grid grid-cols-2 gap-3">
      <Choice
        label="Model"
        className="max-sm:col-span-2"
        value={question.modelId}
        options={estimateModels}
        onChange={(modelId) => set({ modelId })}
      />
      <Choice
        label="Accelerator"
        className="max-sm:col-span-2"
        value={question.acceleratorId}
        options={estimateAccelerators}
        onChange={(acceleratorId) => set({ acceleratorId })}
      />
      <Amount
        label="Accelerators a replica"
        value={question.acceleratorsPerReplica}
        max={8}
        onChange={(acceleratorsPerReplica) => set({ acceleratorsPerReplica })}
      />
      <Choice
        label="Precision"
        value={question.format}
        options={estimateFormats}
        onChange={(format) => set({ format })}
      />
      <Amount
        label="Input tokens"
        value={question.inputTokens}
        max={1_000_000}
        onChange={(inputTokens) => set({ inputTokens })}
      />
      <Amount
        label="Output tokens"
        value={question.outputTokens}
        max={1_000_000}
        onChange={(outputTokens) => set({ outputTokens })}
      />
      <Amount
        label="Longest time per output token"
        unit="ms"
        value={question.targetMilliseconds}
        max={10_000}
        onChange={(targetMilliseconds) => set({ targetMilliseconds })}
        className="col-span-2"
      />
      <Outcome answer={answer}>
        {(found) => (
          <Button
            variant="primary"
            size="small"
            onClick={() => onTake(estimatedThroughput(workload, question, found))}
          >
            Use the estimate
          </Button>
        )}
      </Outcome>
    </div>
  );
}

function Outcome(props: {
  readonly answer: EstimateAnswer;
  readonly children: (answer: Extract<EstimateAnswer, { kind: "answer" }>) => ReactNode;
}) {
  const { answer, children } = props;
  if (answer.kind === "refusal")
    return (
      <p role="status" className="col-span-2 text-sm text-warn">
        {answer.text}
      </p>
    );
  return (
    <div className="col-span-2 grid justify-items-start gap-2">
      <div role="status" className="grid gap-1">
        <p className="font-label">{answer.rate}</p>
        {answer.lines.map((line) => (
          <p key={line} className="text-ink-2 text-xs">
            {line}
          </p>
        ))}
      </div>
      {children(answer)}
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}) {
  const { label, value, options, onChange, className } = props;
  const known = options.some((option) => option.value === value);
  const unchosen = { value, label: "Choose one", disabled: true };
  return (
    <Field label={label} {...(className && { className })}>
      {(control) => (
        <Select
          {...control}
          value={value}
          options={known ? options : [unchosen, ...options]}
          onValueChange={onChange}
        />
      )}
    </Field>
  );
}

function Amount(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
  readonly className?: string;
}) {
  const { label, value, max, unit, onChange, className } = props;
  const [error, setError] = useState<string | null>(null);
  return (
    <Field label={label} error={error ?? undefined} {...(className ? { className } : {})}>
      {(control) => (
        <NumberInput
          {...control}
          rule={{ label, unit: "count", min: 1, max, integer: true, required: true }}
          value={value}
          {...(unit ? { unit } : {})}
          onErrorChange={setError}
          onValueChange={(next) => next !== null && onChange(next)}
        />
      )}
    </Field>
  );
}
