import type { InferenceWorkload, TrainingWorkload, Workload } from "@/lib/schemas/workload";
import { assumed } from "./assumed";
import type { TemplateId } from "./templates";

export type StarterTemplate = {
  readonly notes: string;
  /** Records of the catalog that fill the options: one model, by API and on own accelerators. */
  readonly apiPrice: string;
  readonly throughput: string;
  readonly rental: string;
  readonly server: string;
  readonly power: string;
  /** Hours a day that rented instances run; always, where absent. */
  readonly activeHoursPerDay?: number;
  readonly workloads: readonly Workload[];
};

type Range = readonly [number, number];
type Amount = readonly [value: number, low: number, high: number];

const amount = ([value, low, high]: Amount) => assumed(value, [low, high]);
const compound = (rate: number, range: Range) => ({
  kind: "compound" as const,
  ratePerYearFraction: assumed(rate, range),
});

function inference(row: {
  readonly id: string;
  readonly name: string;
  readonly modelName: string;
  readonly notes: string;
  readonly requests: Amount;
  readonly growth: Amount;
  readonly peak: Amount;
  readonly input: Amount;
  readonly cached: Amount;
  readonly output: Amount;
  readonly reasoning?: Amount;
  readonly retries?: Amount;
}): InferenceWorkload {
  return {
    id: row.id,
    kind: "inference",
    name: row.name,
    notes: row.notes,
    modelName: row.modelName,
    requestsPerMonth: amount(row.requests),
    growth: compound(row.growth[0], [row.growth[1], row.growth[2]]),
    peakToMeanRatio: amount(row.peak),
    inputTokensPerRequest: amount(row.input),
    cachedInputFraction: amount(row.cached),
    outputTokensPerRequest: amount(row.output),
    reasoningRatio: amount(row.reasoning ?? [1, 1, 2]),
    retryFraction: amount(row.retries ?? [0.02, 0, 0.05]),
  };
}

const monthlyTuning: TrainingWorkload = {
  id: "tuning",
  kind: "training",
  name: "Monthly fine-tuning",
  modelName: "Llama 3.1 70B",
  acceleratorHoursPerRun: assumed(
    680,
    [300, 1500],
    "6 × 70.6 billion parameters × 2 billion tokens ÷ (35% of 989 TFLOP/s × 3,600 s).",
  ),
  firstRunMonth: assumed(1),
  monthsBetweenRuns: assumed(1),
  growth: compound(0.2, [0, 0.5]),
  failureFraction: assumed(0.1, [0.02, 0.25]),
  experimentsRatio: assumed(4, [2, 8]),
};

const preTraining: TrainingWorkload = {
  id: "pre-training",
  kind: "training",
  trainingKind: "pre-training",
  name: "Pre-training every other year",
  modelName: "Llama 3.1 70B",
  acceleratorHoursPerRun: {
    value: 7_000_000,
    low: 5_000_000,
    high: 9_000_000,
    evidence: "measured",
    source: "Meta, Llama 3.1 model card",
    url: "https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/MODEL_CARD.md",
    date: "2024-07-23",
    note: "On H100, whose peak FLOP/s an H200 shares. Range: our assumption.",
  },
  runDays: assumed(90, [60, 180], "Fewer days need more accelerators at once."),
  firstRunMonth: assumed(6),
  monthsBetweenRuns: assumed(24),
  growth: compound(0, [0, 1]),
  failureFraction: assumed(0, [0, 0.1], "The published hours have them inside."),
  experimentsRatio: assumed(1.3, [1, 3], "Trials before the final run."),
};

const llama70bOnH200 = {
  apiPrice: "api-llama-3.1-70b",
  throughput: "throughput-llama-70b-h200",
  rental: "cloud-h200",
  server: "server-hgx-h200",
  power: "power-hgx-h200",
};
const gptOssOnB200 = {
  apiPrice: "api-gpt-oss-120b",
  rental: "cloud-b200",
  server: "server-hgx-b200",
  power: "power-hgx-b200",
};

const sameModel = (model: string) =>
  `All three options run ${model}: its weights are open, it has an API price, and its speed on own accelerators was measured at about the lengths used here. Combined throughput was measured without a prefix cache, so caching saves money on the API alone here.`;

export const starterTemplates: Record<Exclude<TemplateId, "blank">, StarterTemplate> = {
  "support-chatbot": {
    ...llama70bOnH200,
    notes: sameModel("Llama 3.1 70B"),
    workloads: [
      inference({
        id: "chat",
        name: "Support chat",
        modelName: "Llama 3.1 70B",
        notes: "A request is a whole conversation of a few turns.",
        requests: [24_000_000, 8_000_000, 40_000_000],
        growth: [0.4, 0.1, 0.8],
        peak: [2.5, 1.8, 4],
        input: [1000, 600, 2000],
        cached: [0.3, 0, 0.6],
        output: [1000, 400, 1200],
      }),
    ],
  },
  "code-assistant": {
    ...gptOssOnB200,
    throughput: "throughput-gpt-oss-b200-8k",
    notes: sameModel("gpt-oss-120b"),
    workloads: [
      inference({
        id: "code",
        name: "Code assistance",
        modelName: "gpt-oss-120b",
        notes: "6,000 developers, about 100 requests on each of 20 working days.",
        requests: [12_000_000, 4_000_000, 20_000_000],
        growth: [0.6, 0.2, 1.2],
        peak: [4, 3, 6],
        input: [8000, 4000, 12_000],
        cached: [0.5, 0.2, 0.8],
        output: [1000, 400, 1500],
      }),
    ],
  },
  "rag-search": {
    ...gptOssOnB200,
    throughput: "throughput-gpt-oss-b200-8k",
    notes: sameModel("gpt-oss-120b"),
    workloads: [
      inference({
        id: "search",
        name: "Document search",
        modelName: "gpt-oss-120b",
        notes: "A question and about ten passages in, an answer with citations out.",
        requests: [12_000_000, 4_000_000, 20_000_000],
        growth: [0.3, 0.1, 0.6],
        peak: [2.5, 1.8, 4],
        input: [8000, 4000, 12_000],
        cached: [0.1, 0, 0.3],
        output: [1000, 300, 1200],
      }),
    ],
  },
  "document-batch": {
    apiPrice: "api-llama-3.1-8b",
    throughput: "throughput-llama-8b-l40s",
    rental: "cloud-l40s",
    server: "server-l40s-8",
    power: "power-l40s-8",
    activeHoursPerDay: 12,
    notes: sameModel("Llama 3.1 8B"),
    workloads: [
      inference({
        id: "documents",
        name: "Document summaries",
        modelName: "Llama 3.1 8B",
        notes: "Nobody waits for a batch, so it has no peak.",
        requests: [400_000_000, 100_000_000, 800_000_000],
        growth: [0.2, 0, 0.5],
        peak: [1, 1, 1.5],
        input: [800, 500, 1500],
        cached: [0, 0, 0.1],
        output: [120, 60, 200],
      }),
    ],
  },
  agent: {
    ...gptOssOnB200,
    throughput: "throughput-gpt-oss-b200-1k8k",
    notes: sameModel("gpt-oss-120b"),
    workloads: [
      inference({
        id: "agent",
        name: "Agent tasks",
        modelName: "gpt-oss-120b",
        notes: "Each step of a task is a request.",
        requests: [5_000_000, 1_000_000, 10_000_000],
        growth: [0.8, 0.3, 1.5],
        peak: [2, 1.5, 4],
        input: [1000, 500, 3000],
        cached: [0.4, 0.1, 0.7],
        output: [1000, 400, 1500],
        reasoning: [8, 3, 12],
        retries: [0.05, 0.01, 0.15],
      }),
    ],
  },
  "fine-tuning": {
    ...llama70bOnH200,
    notes: sameModel("Llama 3.1 70B"),
    workloads: [
      inference({
        id: "assistant",
        name: "Tuned assistant",
        modelName: "Llama 3.1 70B",
        notes: "Served by the model as tuned. Some APIs ask more for a tuned model.",
        requests: [12_000_000, 4_000_000, 25_000_000],
        growth: [0.4, 0.1, 0.8],
        peak: [2.5, 1.8, 4],
        input: [1000, 600, 2000],
        cached: [0.3, 0, 0.6],
        output: [1000, 400, 1200],
      }),
      monthlyTuning,
    ],
  },
  "pre-training": {
    ...llama70bOnH200,
    notes: `${sameModel("Llama 3.1 70B")} Its pre-training stands for one’s own model of that size.`,
    workloads: [
      inference({
        id: "assistant",
        name: "Own model, served",
        modelName: "Llama 3.1 70B",
        notes: "Served all along, by the model of the last run.",
        requests: [24_000_000, 8_000_000, 100_000_000],
        growth: [0.6, 0.2, 1.2],
        peak: [2.5, 1.8, 4],
        input: [1000, 600, 2000],
        cached: [0.3, 0, 0.6],
        output: [1000, 400, 1200],
      }),
      preTraining,
    ],
  },
};
