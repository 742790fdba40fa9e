"use server";

import { action } from "@/lib/adapters/action";
import { memberNamedInput } from "@/lib/schemas/member";
import { makePasswordReset } from "@/lib/services/password-resets";

export const makePasswordResetAction = action(memberNamedInput, makePasswordReset);
