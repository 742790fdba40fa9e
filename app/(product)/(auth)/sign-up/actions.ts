"use server";

import { openAction } from "@/lib/adapters/open-action";
import { signUp } from "@/lib/auth/sign-up";
import { signUpInput } from "@/lib/schemas/inputs";

export const signUpAction = openAction(signUpInput, signUp);
