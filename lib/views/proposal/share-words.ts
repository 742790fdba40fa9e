import { counted, dateText, instantText } from "@/lib/format";
import { linkLifetimesDays, type ShareLink } from "@/lib/schemas/share-link";

export const sharedTitle = "Shared proposal";

export const endedLinkText = {
  title: "This link does not open anything any more",
  advice:
    "Open it once more from the message in which it came. If it leads here again, ask whoever sent it for a new one.",
} as const;

const refusals: Readonly<Record<string, string>> = {
  wrong: "This is not the passcode. Look at the message once more.",
  pause: "Too many tries. Wait 15 minutes, then try again.",
};

/** What became of the passcode that was sent; null where none was. */
export const passcodeRefusal = (said: string | readonly string[] | undefined): string | null =>
  (typeof said === "string" && Object.hasOwn(refusals, said) && refusals[said]) || null;

const day = (instant: string) => dateText(instant.slice(0, 10));

/** "read only until 20 Dec 2026" */
export const untilText = (expiresAt: Date): string =>
  `read only until ${day(expiresAt.toISOString())}`;

export const lifetimeChoices = linkLifetimesDays.map((days) => ({
  value: String(days),
  label: days === 365 ? "1 year" : counted(days, "day"),
}));

/** A share link as its row says it. */
export type ShareLinkRow = {
  readonly id: string;
  readonly label: string;
  readonly isOpen: boolean;
  /** "open until 20 Dec 2026", "revoked 3 Dec 2026" */
  readonly state: string;
  readonly made: string;
  readonly views: string;
  readonly viewLog: readonly { readonly id: string; readonly text: string }[];
  /** Beside the views that the log has: "and 12 before" */
  readonly more: string | null;
};

export const shareLinkRows = (links: readonly ShareLink[]): readonly ShareLinkRow[] =>
  links.map((link) => {
    const { id, label, state, views, viewCount } = link;
    const [last] = views;
    const earlier = viewCount - views.length;
    return {
      ...{ id, label, isOpen: state === "open", state: stateText(link) },
      made: `made by ${link.createdByName ?? "somebody whose account is gone"}, ${day(link.createdAt)}${link.hasPasscode ? ", with a passcode" : ""}`,
      views: last
        ? `${counted(viewCount, "view")}, last ${instantText(last.lastSeenAt)}`
        : "not read yet",
      viewLog: views.map((view) => ({
        id: view.id,
        text: `${instantText(view.seenAt)}, ${view.browser}`,
      })),
      more: earlier > 0 ? `and ${earlier} before` : null,
    };
  });

function stateText({ state, expiresAt, revokedAt }: ShareLink): string {
  if (state === "revoked") return `revoked ${day(revokedAt ?? expiresAt)}`;
  return `${state === "open" ? "open until" : "expired"} ${day(expiresAt)}`;
}
