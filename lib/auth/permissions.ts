import { AppError } from "@/lib/errors";
import type { Context, Role } from "./context";

const editors: readonly Role[] = ["owner", "admin", "editor"];
const everyone: readonly Role[] = [...editors, "viewer"];

/** Who may do what. Membership of the organization is proved by the Context itself. */
const permissions = {
  "plan:read": { roles: everyone, refusal: "You cannot see the plans of this organization." },
  "plan:create": {
    roles: editors,
    refusal: "You can view the plans here. Ask an editor to make one.",
  },
  "plan:write": {
    roles: editors,
    refusal: "You can view this plan. Ask an editor for the change.",
  },
} as const satisfies Record<string, { roles: readonly Role[]; refusal: string }>;

export type Permission = keyof typeof permissions;

export const can = (role: Role, permission: Permission): boolean =>
  permissions[permission].roles.includes(role);

/** The first line of every service. */
export function authorize(ctx: Context, permission: Permission): void {
  if (!can(ctx.role, permission)) throw new AppError("FORBIDDEN", permissions[permission].refusal);
}
