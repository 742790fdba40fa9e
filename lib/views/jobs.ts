import {
  counted,
  dateText,
  fileSizeText,
  instantText,
  listed,
  numberFull,
  percent,
} from "@/lib/format";
import { type JobKind, type JobState, type JobSummary, maxAttempts } from "@/lib/schemas/job";

export const kindNames: Readonly<Record<JobKind, string>> = {
  "organization-export": "Export of everything",
  "price-import": "Import of prices",
  "rfq-answer": "Answer to an RFQ",
  "quote-lines-import": "Import of quote lines",
  "proposal-issue": "Issue of a proposal",
  "proposal-file": "File of a proposal",
};

const stepWords: Readonly<Record<string, string>> = {
  reading: "reading the plans",
  writing: "writing the file",
  "reading-prices": "reading the file",
  "writing-prices": "writing the prices",
  "reading-file": "reading the file",
  "taking-in": "taking the answer in",
  "reading-lines": "reading the file",
  "writing-lines": "writing the lines",
  computing: "computing the answer",
  freezing: "freezing the snapshot",
  "laying-out": "laying out the pages",
};

/** A job as its row says it. */
export type JobRow = {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly stateWord: string;
  readonly tone: "plain" | "good" | "warn" | "bad" | "accent";
  /** "Asked for by you, 28 Nov 2026 05:00". */
  readonly asked: string;
  /** What it does, did or waits for. */
  readonly text: string;
  readonly error: string | null;
  /** From 0 to 1 while it runs and says so. */
  readonly progress: { readonly fraction: number; readonly text: string } | null;
  readonly file: { readonly name: string; readonly href: string; readonly text: string } | null;
  readonly mayCancel: boolean;
  readonly mayRetry: boolean;
  readonly mayDelete: boolean;
};

const states: Readonly<Record<JobState, Pick<JobRow, "stateWord" | "tone">>> = {
  queued: { stateWord: "waiting", tone: "plain" },
  running: { stateWord: "running", tone: "accent" },
  succeeded: { stateWord: "done", tone: "good" },
  failed: { stateWord: "failed", tone: "bad" },
  cancelled: { stateWord: "cancelled", tone: "plain" },
};

export const jobRows = (jobs: readonly JobSummary[]): readonly JobRow[] => jobs.map(toRow);

function toRow(job: JobSummary): JobRow {
  const { id, kind, state, error, createdAt, progressFraction } = job;
  const isOpen = state === "queued" || state === "running";
  return {
    id,
    name: kindNames[kind] ?? kind,
    state,
    ...states[state],
    asked: `Asked for by ${job.isOwn ? "you" : (job.requestedByName ?? "somebody whose account is gone")}, ${instantText(createdAt)}`,
    text: textOf(job),
    error: state === "failed" || state === "queued" ? error : null,
    progress:
      state === "running" && progressFraction !== null
        ? { fraction: progressFraction, text: percent(progressFraction) }
        : null,
    file: fileOf(job),
    mayCancel: isOpen,
    mayRetry: state === "failed" || state === "cancelled",
    mayDelete: !isOpen,
  };
}

/** What becomes something else than a file. */
const fileless: readonly JobKind[] = ["rfq-answer", "quote-lines-import", "proposal-issue"];

function textOf(job: JobSummary): string {
  const { state, attempt, progressStep, counts, file, finishedAt } = job;
  if (state === "queued")
    return attempt === 0 ? "Waits for its turn" : "Waits for its next attempt";
  if (state === "running") {
    const step = stepWords[progressStep ?? ""] ?? "beginning";
    return attempt > 1 ? `${step}, attempt ${attempt} of ${maxAttempts}` : step;
  }
  const ended = finishedAt ? instantText(finishedAt) : "";
  if (state !== "succeeded") return `Ended ${ended}`;
  const held = countWords(counts);
  return file || fileless.includes(job.kind)
    ? `${held}, ${ended}`
    : `${held}, ${ended}. Its file was deleted`;
}

/** What became of the rows of a file: no names of things. */
const rowStates = ["added", "changed", "confirmed", "unchanged", "suspicious", "refused"];

const countWords = (counts: JobSummary["counts"]): string => {
  const words = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) =>
      name === "attachmentsLeftOut"
        ? `${counted(count, "attachment")} left out for want of room`
        : rowStates.includes(name)
          ? `${numberFull(count)} ${name}`
          : counted(count, name.replace(/s$/, "").replace(/ie$/, "y"), name),
    );
  return words.length > 0 ? listed(words) : "Nothing but the settings";
};

function fileOf({ id, file }: JobSummary): JobRow["file"] {
  if (!file) return null;
  const until = file.expiresAt ? `, until ${dateText(file.expiresAt.slice(0, 10))}` : "";
  return {
    name: file.name,
    href: `/settings/jobs/${id}/file`,
    text: `${fileSizeText(file.sizeBytes)}${until}`,
  };
}

export const isAnyOpen = (rows: readonly JobRow[]): boolean =>
  rows.some(({ mayCancel }) => mayCancel);
