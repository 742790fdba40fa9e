"use server";

import { action } from "@/lib/adapters/action";
import {
  changePasswordInput,
  nothingInput,
  renameAccountInput,
  sessionNamedInput,
} from "@/lib/schemas/inputs";
import { changePassword, renameAccount } from "@/lib/services/account";
import { endOtherSessions, endSession } from "@/lib/services/sessions";

const here = { revalidate: "/settings/account" };

export const renameAccountAction = action(renameAccountInput, renameAccount, { revalidate: "/" });
export const changePasswordAction = action(changePasswordInput, changePassword, here);
export const endSessionAction = action(sessionNamedInput, endSession, here);
export const endOtherSessionsAction = action(nothingInput, endOtherSessions, here);
