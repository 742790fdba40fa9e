import { instantText } from "@/lib/format";
import {
  type ActivityEvent,
  type ActivityFilter,
  type ActivityKind,
  activityKinds,
} from "@/lib/schemas/activity";
import { kindNames } from "./jobs";
import { type WhoText, whoText } from "./plan-history";

export const kindLabels: Readonly<Record<ActivityKind, string>> = {
  plans: "Plans",
  settings: "Settings of plans",
  workloads: "Workloads",
  options: "Options",
  scenarios: "Scenarios",
  templates: "Templates",
  catalog: "Catalog",
  quotes: "Quotes, RFQs and suppliers",
  proposals: "Proposals",
  members: "Members and invitations",
  keys: "API keys",
  jobs: "Imports and exports",
  organization: "Organization",
  sessions: "Sessions",
};

export const kinds = Object.keys(activityKinds) as readonly ActivityKind[];

export type ActivityLine = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly atText: string;
  readonly who: WhoText;
  /** "changed the option". */
  readonly text: string;
  /** What it was done to, with where to see it; no address where it is gone. */
  readonly thing: { readonly name: string; readonly href?: string } | null;
  readonly plan: { readonly name: string; readonly href?: string } | null;
  /** To the change in the plan's history. */
  readonly history: string | null;
};

const verbs: Readonly<Record<string, string>> = {
  create: "made",
  import: "imported",
  duplicate: "made a copy,",
  save: "changed",
  rename: "renamed",
  remove: "deleted",
  restore: "brought back",
  archive: "archived",
  unarchive: "took out of the archive",
  undo: "undid a change of",
  restoreVersion: "restored a former version of",
  revoke: "revoked",
  receive: "received a revision of",
  clarify: "noted as clarified",
  shortlist: "shortlisted",
  award: "awarded",
  decline: "declined",
  reopen: "took back to received",
  "import-lines": "imported lines into",
  "undo-import": "undid an import of lines into",
  "change-role": "changed the role of",
  "sign-in": "signed in",
  "sign-out": "signed out",
  cancel: "cancelled",
  retry: "retried",
  download: "downloaded the file of",
};

const nouns: Readonly<Record<string, string>> = {
  plan: "the plan",
  settings: "the settings of",
  workload: "the workload",
  option: "the option",
  scenario: "the scenario",
  template: "the template",
  quote: "the quote",
  supplier: "the supplier",
  catalogEntry: "the catalog entry",
  review: "the review of quotes of",
  award: "the award of",
  rfq: "the RFQ",
  proposal: "the proposal",
  member: "the member",
  invitation: "the invitation of",
  apiKey: "the API key",
  job: "the job",
  organization: "the organization",
  session: "",
};

/** What verb and noun do not say well; alone where no thing's name follows. */
const phrases: Readonly<Record<string, { readonly text: string; readonly alone?: true }>> = {
  "invitation invite": { text: "invited" },
  "invitation accept": { text: "joined by an invitation", alone: true },
  "invitation revoke": { text: "took back the invitation of" },
  "quote attach": { text: "attached a file to the quote" },
  "quote remove-attachment": { text: "removed an attachment of the quote" },
  "quote restore-attachment": { text: "put back an attachment of the quote" },
  "review score": { text: "scored quotes of" },
  "award create": { text: "awarded the order of" },
  "award undo": { text: "took back the award of" },
  "award save": { text: "wrote the award memo of" },
  "rfq send": { text: "marked as sent the RFQ" },
  "rfq close": { text: "closed the RFQ" },
  "rfq ask": { text: "entered a question about the RFQ" },
  "rfq reply": { text: "answered a question about the RFQ" },
  "rfq decline": { text: "noted who declined the RFQ" },
  "rfq undecline": { text: "took back a noted refusal of the RFQ" },
  "rfq take-answer": { text: "took in an answer to the RFQ" },
  "rfq open": { text: "opened the sealed answers to the RFQ" },
  "rfq open-early": { text: "opened before the deadline the sealed answers to the RFQ" },
  "template copy": { text: "copied to another organization the template" },
  "organization save-house-style": { text: "changed the house style", alone: true },
  "proposal issue": { text: "issued the proposal" },
  "proposal ask": { text: "asked for approval of the proposal" },
  "proposal withdraw": { text: "took back a request to approve the proposal" },
  "proposal approve": { text: "approved the proposal" },
  "proposal reject": { text: "rejected the proposal" },
  "proposal comment": { text: "commented on the proposal" },
  "proposal share": { text: "made a share link to the proposal" },
  "proposal revoke": { text: "revoked a share link to the proposal" },
  "job create": { text: "asked for the job" },
  "job finish": { text: "received the result of the job" },
  "plan takeFigures": { text: "took newer catalog figures into the plan" },
  "job take": { text: "took suspicious prices of the job" },
  "job fail": { text: "received an error from the job" },
  "member remove": { text: "removed the member" },
  "member leave": { text: "left the organization", alone: true },
  "member make-reset-link": { text: "made a password reset link for" },
  "member reset-password": { text: "set a new password by a reset link", alone: true },
  "member change-password": { text: "changed their password", alone: true },
};
const namelessRevoke = "took back an invitation";

const rowSubjects = ["workload", "option", "scenario"];
const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

/** One line of the activity, with links to what is still there. */
export function activityLine(event: ActivityEvent): ActivityLine {
  const { id, at, by, action, subject, detail, plan } = event;
  const thing = phrases[`${subject} ${action}`]?.alone ? null : thingOf(event);
  const isRow = rowSubjects.includes(subject);
  const isThere = plan !== null && !plan.isDeleted;
  const inPlan = isRow && plan ? { name: plan.name, ...planHref(plan) } : null;
  const planVersion = detail.planVersion;
  return {
    ...{ id, at },
    atText: instantText(at),
    who: whoText(by),
    text: textOfAction(event, thing !== null),
    thing,
    plan: inPlan,
    history:
      isThere && typeof planVersion === "number"
        ? `/plans/${plan.id}/history?before=${planVersion + 1}`
        : null,
  };
}

const words = (id: string) => id.replaceAll(/[-_]|(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

function textOfAction({ action, subject }: ActivityEvent, isNamed: boolean): string {
  const phrase = phrases[`${subject} ${action}`];
  if (phrase)
    return subject === "invitation" && action === "revoke" && !isNamed
      ? namelessRevoke
      : phrase.text;
  return [verbs[action] ?? words(action), nouns[subject] ?? words(subject)]
    .filter(Boolean)
    .join(" ");
}

const jobName = (kind = "") => (kindNames as Readonly<Record<string, string>>)[kind] ?? words(kind);

const planHref = (plan: NonNullable<ActivityEvent["plan"]>) =>
  plan.isDeleted ? {} : { href: `/plans/${plan.id}` };

function thingOf({ subject, subjectId, detail, plan }: ActivityEvent): ActivityLine["thing"] {
  if (subject === "job") return { name: jobName(textOf(detail.kind)), href: "/settings/jobs" };
  const name = textOf(detail.name) ?? textOf(detail.email);
  if (rowSubjects.includes(subject)) {
    const href =
      plan && !plan.isDeleted && `/plans/${plan.id}/history?row=${subject}s.${subjectId}`;
    return { name: name ?? subjectId, ...(href ? { href } : {}) };
  }
  if (plan) return { name: plan.name, ...planHref(plan) };
  const at = addressed[subject];
  return name ? { name, ...(at && { href: `${at}/${subjectId}` }) } : null;
}

/** What has a page of its own, and is never gone. */
const addressed: Readonly<Record<string, string>> = {
  quote: "/quotes",
  supplier: "/suppliers",
  rfq: "/rfqs",
  proposal: "/proposals",
};

/** The address of the activity with these filters, from this place on. */
export function activityHref(
  { userId, planId, kind }: ActivityFilter,
  before: string | null,
): string {
  const query = new URLSearchParams();
  const asked = { person: userId, plan: planId, kind, before };
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query.size > 0 ? `/activity?${query}` : "/activity";
}
