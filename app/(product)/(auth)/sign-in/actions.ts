"use server";

import { openAction } from "@/lib/adapters/open-action";
import { enterSample } from "@/lib/auth/sample";
import { enterInput } from "@/lib/schemas/inputs";

export const enterSampleAction = openAction(enterInput, enterSample);
