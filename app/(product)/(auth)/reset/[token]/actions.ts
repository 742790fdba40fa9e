"use server";

import { callerAction } from "@/lib/adapters/caller-action";
import { resetPassword } from "@/lib/auth/password-reset";
import { resetPasswordInput } from "@/lib/schemas/inputs";

export const resetPasswordAction = callerAction(resetPasswordInput, resetPassword);
