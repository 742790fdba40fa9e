import { AppError } from "@/lib/errors";
import type { Context, Role } from "./context";

const owners: readonly Role[] = ["owner"];
const admins: readonly Role[] = ["owner", "admin"];
const editors: readonly Role[] = [...admins, "editor"];
const everyone: readonly Role[] = [...editors, "viewer"];

type Rule = {
  readonly roles: readonly Role[];
  /** What it lets a member do: the row of the table that members read. */
  readonly words: string;
  readonly refusal: string;
};

/** Who may do what. Membership of the organization is proved by the Context itself. */
const permissions = {
  "plan:read": {
    roles: everyone,
    words: "See plans, what they cost and why, and download them",
    refusal: "You cannot see the plans of this organization.",
  },
  "plan:create": {
    roles: editors,
    words: "Make, import and duplicate plans",
    refusal: "You can view the plans here. Ask an editor to make one.",
  },
  "plan:write": {
    roles: editors,
    words: "Change, archive and delete plans",
    refusal: "You can view this plan. Ask an editor for the change.",
  },
  "template:write": {
    roles: editors,
    words: "Keep plans as templates, and remove templates",
    refusal: "You can view the templates here. Ask an editor for the change.",
  },
  "quote:read": {
    roles: everyone,
    words: "See suppliers, RFQs and quotes",
    refusal: "You cannot see the quotes of this organization.",
  },
  "quote:write": {
    roles: editors,
    words: "Enter suppliers, RFQs and quotes, send RFQs, and set where a quote stands",
    refusal: "You can view the quotes here. Ask an editor for the change.",
  },
  "quote:award": {
    roles: admins,
    words: "Award a quote, take an award back, and mark a later revision of it as received",
    refusal:
      "You can view and enter quotes here. Ask an administrator for awards, and for what changes an awarded quote.",
  },
  "proposal:read": {
    roles: everyone,
    words: "See proposals and what was issued",
    refusal: "You cannot see the proposals of this organization.",
  },
  "proposal:write": {
    roles: editors,
    words: "Write, issue and delete proposals",
    refusal: "You can view the proposals here. Ask an editor for the change.",
  },
  "proposal:ask": {
    roles: editors,
    words: "Ask members to approve an issue, and take back what they asked",
    refusal: "You can view the proposals here. Ask an editor to ask for approvals.",
  },
  "proposal:ask-all": {
    roles: admins,
    words: "Take back requests for approval that others made",
    refusal: "Somebody else asked for this approval. Ask them or an administrator to take it back.",
  },
  "proposal:review": {
    roles: everyone,
    words: "Approve, reject and comment on issues that they were asked to review",
    refusal: "You cannot review proposals here.",
  },
  "proposal:share": {
    roles: editors,
    words: "Share issued proposals by link, see who read them, and revoke links",
    refusal: "You can view the proposals here. Ask an editor to share one.",
  },
  "catalog:read": {
    roles: everyone,
    words: "See the catalog, with the organization's own entries",
    refusal: "You cannot see the catalog of this organization.",
  },
  "catalog:write": {
    roles: editors,
    words: "Enter figures of the organization's own in the catalog, and import prices",
    refusal: "You can view the catalog here. Ask an editor for the change.",
  },
  "quote:review": {
    roles: editors,
    words: "Say by what the quotes of a plan are judged, by whom, and who of them sees prices",
    refusal: "You can view the review here. Ask an editor for the change.",
  },
  "quote:score": {
    roles: everyone,
    words: "Score quotes of plans in which they are an evaluator",
    refusal: "You cannot score quotes here.",
  },
  "rfq:open-early": {
    roles: admins,
    words: "Open sealed answers to an RFQ before its deadline",
    refusal:
      "Sealed answers open at the deadline. Ask an administrator, who must say why, to open them before.",
  },
  "view:own": {
    roles: everyone,
    words: "Keep their own views of tables",
    refusal: "You cannot keep views here.",
  },
  "activity:read": {
    roles: everyone,
    words: "See who changed what",
    refusal: "You cannot see the activity of this organization.",
  },
  "organization:read": {
    roles: everyone,
    words: "See the organization's name and defaults",
    refusal: "You cannot see this organization.",
  },
  "organization:write": {
    roles: admins,
    words: "Change the organization's name and defaults",
    refusal: "You can view these settings. Ask an administrator for the change.",
  },
  "organization:create": {
    roles: everyone,
    words: "Make another organization, and switch between organizations",
    refusal: "You cannot make an organization here.",
  },
  "member:read": {
    roles: everyone,
    words: "See who the members are",
    refusal: "You cannot see the members of this organization.",
  },
  "member:leave": {
    roles: everyone,
    words: "Leave the organization",
    refusal: "You cannot leave this organization.",
  },
  "member:invite": {
    roles: admins,
    words: "Invite people, and take invitations back",
    refusal: "You can view the members. Ask an administrator to invite somebody.",
  },
  "member:change": {
    roles: admins,
    words: "Change the roles of members, and remove them",
    refusal: "You can view the members. Ask an administrator for the change.",
  },
  "owner:change": {
    roles: owners,
    words: "Make, unmake and remove owners",
    refusal: "Owners are made, changed and removed by owners alone. Ask an owner.",
  },
  "password:reset": {
    roles: admins,
    words: "Make a link by which a member sets a new password",
    refusal: "You can view the members. Ask an administrator for a reset link.",
  },
  "account:own": {
    roles: everyone,
    words: "Change their own name and password, and end their own sessions",
    refusal: "You cannot change this account.",
  },
  "key:manage": {
    roles: editors,
    words: "Make API keys, see one's own and revoke them",
    refusal: "You can view the plans here. Ask an editor to make an API key.",
  },
  "key:manage-all": {
    roles: admins,
    words: "See and revoke the API keys of all members",
    refusal: "This key is another member's. Ask an administrator to revoke it.",
  },
  "job:manage": {
    roles: editors,
    words: "See their own jobs, cancel, retry and delete them, and download what they made",
    refusal: "You can view the plans here. Ask an editor to import or export.",
  },
  "job:manage-all": {
    roles: admins,
    words: "The same with the jobs of all members",
    refusal: "This job is another member's. Ask an administrator.",
  },
  "organization:export": {
    roles: admins,
    words: "Export everything of the organization in one file",
    refusal: "You can download the plans one by one. Ask an administrator to export everything.",
  },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** The roles, the one that may do most first. */
export const roles = everyone;

export const can = (role: Role, permission: Permission): boolean =>
  (permissions[permission].roles as readonly Role[]).includes(role);

/** The first line of every service. */
export function authorize(ctx: Context, permission: Permission): void {
  if (!can(ctx.role, permission)) throw new AppError("FORBIDDEN", permissions[permission].refusal);
}

export type PermissionRow = {
  readonly permission: string;
  readonly words: string;
  readonly may: readonly Role[];
};

/** What each role may do, in the order above, for people to read. */
export const permissionTable = (): readonly PermissionRow[] =>
  Object.entries(permissions).map(([permission, { words, roles: may }]) => ({
    permission,
    words,
    may,
  }));
