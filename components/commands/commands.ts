/** What must be true for a command to be offered. */
export type CommandPlace = {
  /** The plan that is open. */
  readonly planId: string | null;
  /** Whether a part of the screen that can do it is there. */
  readonly canRun: (id: string) => boolean;
};

export type CommandGroup = "Go to" | "This plan" | "View" | "Actions";

/** Something one can ask for by name or by key. `:plan` in an address is the open plan. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** Other words people look for it by. */
  readonly keywords?: string;
  /** Keys one after another: "g p"; "mod+k" is Ctrl or Cmd with K. */
  readonly shortcut?: string;
  /** Where it goes; without one, whatever part of the screen knows its id runs it. */
  readonly href?: string;
};

/** Every command there is. Palette, keyboard and the sheet of shortcuts are made from it. */
export const commands: readonly Command[] = [
  { id: "plans", label: "Plans", group: "Go to", shortcut: "g p", href: "/plans" },
  {
    id: "archived-plans",
    label: "Archived plans",
    group: "Go to",
    keywords: "archive old",
    href: "/plans?show=archived",
  },
  {
    id: "quotes",
    label: "Quotes",
    group: "Go to",
    keywords: "offer price procurement",
    shortcut: "g q",
    href: "/quotes",
  },
  {
    id: "new-quote",
    label: "New quote",
    group: "Go to",
    keywords: "enter add offer",
    href: "/quotes?new=quote",
  },
  {
    id: "rfqs",
    label: "RFQs",
    group: "Go to",
    keywords: "request for quotation ask suppliers tender sealed procurement",
    shortcut: "g f",
    href: "/rfqs",
  },
  {
    id: "new-rfq",
    label: "New RFQ",
    group: "Go to",
    keywords: "ask for quotes tender",
    href: "/rfqs?new=rfq",
  },
  {
    id: "suppliers",
    label: "Suppliers",
    group: "Go to",
    keywords: "vendor contact",
    shortcut: "g r",
    href: "/suppliers",
  },
  {
    id: "workloads",
    label: "Workloads",
    group: "This plan",
    keywords: "demand tokens requests training",
    shortcut: "g w",
    href: "/plans/:plan/workloads",
  },
  {
    id: "options",
    label: "Options",
    group: "This plan",
    keywords: "supply quote api cloud servers",
    shortcut: "g o",
    href: "/plans/:plan/options",
  },
  {
    id: "assumptions",
    label: "Assumptions",
    group: "This plan",
    keywords: "discount power staff price path horizon start currency exchange rate",
    shortcut: "g a",
    href: "/plans/:plan/assumptions",
  },
  {
    id: "projection",
    label: "Projection",
    group: "This plan",
    keywords: "cost result months chart spend",
    shortcut: "g j",
    href: "/plans/:plan/projection",
  },
  {
    id: "break-even",
    label: "Break-even",
    group: "This plan",
    keywords: "crossing walk-away volume",
    shortcut: "g b",
    href: "/plans/:plan/break-even",
  },
  {
    id: "iceberg",
    label: "Iceberg",
    group: "This plan",
    keywords: "waterline factors throughput levers quantization utilization cost per token",
    shortcut: "g i",
    href: "/plans/:plan/iceberg",
  },
  {
    id: "sensitivity",
    label: "Sensitivity",
    group: "This plan",
    keywords: "tornado threshold map bridge range scenario what would change",
    shortcut: "g v",
    href: "/plans/:plan/sensitivity",
  },
  {
    id: "budget",
    label: "Budget",
    group: "This plan",
    keywords: "fiscal year spend actual difference",
    shortcut: "g u",
    href: "/plans/:plan/budget",
  },
  {
    id: "plan-quotes",
    label: "Quotes of this plan",
    group: "This plan",
    keywords: "compare offers suppliers walk-away award score negotiate",
    href: "/plans/:plan/quotes",
  },
  {
    id: "history",
    label: "History",
    group: "This plan",
    keywords: "versions changes compare undo who",
    shortcut: "g h",
    href: "/plans/:plan/history",
  },
  {
    id: "catalog",
    label: "Catalog",
    group: "Go to",
    keywords: "prices accelerators rentals models sources history",
    shortcut: "g c",
    href: "/catalog",
  },
  {
    id: "activity",
    label: "Activity",
    group: "Go to",
    keywords: "who changed audit log",
    shortcut: "g t",
    href: "/activity",
  },
  {
    id: "api-docs",
    label: "API reference",
    group: "Go to",
    keywords: "rest openapi",
    href: "/api-docs",
  },
  {
    id: "new-plan",
    label: "New plan",
    group: "Actions",
    keywords: "create add template",
    shortcut: "n",
  },
  { id: "import-plan", label: "Import a plan file", group: "Actions", keywords: "upload json" },
  {
    id: "add-row",
    label: "Add a row to this tab",
    group: "Actions",
    keywords: "new create workload option",
    shortcut: "a",
  },
  {
    id: "duplicate-plan",
    label: "Duplicate this plan",
    group: "Actions",
    keywords: "copy clone",
  },
  {
    id: "download-plan",
    label: "Download the plan file",
    group: "Actions",
    keywords: "export save json backup",
  },
  {
    id: "save-template",
    label: "Save this plan as a template",
    group: "Actions",
    keywords: "template reuse",
  },
  {
    id: "save-scenario",
    label: "Save the what-if as a scenario",
    group: "Actions",
    keywords: "what if sliders keep",
    shortcut: "s",
  },
  {
    id: "toggle-view",
    label: "Switch between cash and accrual",
    group: "View",
    keywords: "paid consumed basis",
    shortcut: "c",
  },
  {
    id: "toggle-tables",
    label: "Switch between charts and tables",
    group: "View",
    keywords: "numbers figures drawing",
    shortcut: "t",
  },
  {
    id: "previous-scenario",
    label: "Previous scenario",
    group: "View",
    shortcut: "[",
  },
  { id: "next-scenario", label: "Next scenario", group: "View", shortcut: "]" },
  { id: "reset-what-if", label: "Reset the what-if sliders", group: "View", keywords: "undo base" },
  {
    id: "settings",
    label: "Settings",
    group: "Go to",
    keywords: "preferences",
    shortcut: "g s",
    href: "/settings",
  },
  {
    id: "organization",
    label: "Organization settings",
    group: "Go to",
    keywords: "defaults currency fiscal year rates",
    href: "/settings/organization",
  },
  {
    id: "members",
    label: "Members",
    group: "Go to",
    keywords: "people invite roles permissions settings",
    href: "/settings/members",
  },
  {
    id: "api-keys",
    label: "API keys",
    group: "Go to",
    keywords: "token script rest settings",
    href: "/settings/api-keys",
  },
  {
    id: "jobs",
    label: "Jobs",
    group: "Go to",
    keywords: "export everything import downloads files zip settings",
    href: "/settings/jobs",
  },
  {
    id: "account",
    label: "Your account",
    group: "Go to",
    keywords: "password sessions name settings",
    href: "/settings/account",
  },
  { id: "previous-plan", label: "Previous recent plan", group: "Go to", shortcut: "{" },
  { id: "next-plan", label: "Next recent plan", group: "Go to", shortcut: "}" },
  {
    id: "find",
    label: "Find in this page’s table",
    group: "View",
    keywords: "filter search",
    shortcut: "/",
  },
  {
    id: "copy-link",
    label: "Copy link to what is on screen",
    group: "Actions",
    keywords: "share address url",
    shortcut: "y",
  },
  { id: "theme-light", label: "Light theme", group: "View", keywords: "appearance bright" },
  { id: "theme-dark", label: "Dark theme", group: "View", keywords: "appearance night" },
  { id: "theme-system", label: "Theme as the system", group: "View", keywords: "appearance auto" },
  {
    id: "palette",
    label: "Find anything",
    group: "Actions",
    keywords: "command palette search",
    shortcut: "mod+k",
  },
  {
    id: "shortcuts",
    label: "Keyboard shortcuts",
    group: "Actions",
    keywords: "keys help map",
    shortcut: "?",
  },
  { id: "sign-out", label: "Sign out", group: "Actions", keywords: "log out leave" },
];

export function isOffered({ id, href }: Command, { planId, canRun }: CommandPlace): boolean {
  if (href === undefined) return canRun(id);
  return planId !== null || !href.includes(":plan");
}

export const hrefOf = (href: string, planId: string | null): string =>
  href.replace(":plan", planId ?? "");
