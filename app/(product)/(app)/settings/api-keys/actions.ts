"use server";

import { action } from "@/lib/adapters/action";
import { apiKeyNamedInput, createApiKeyInput } from "@/lib/schemas/api-key";
import { createApiKey, revokeApiKey } from "@/lib/services/api-keys";

const here = { revalidate: "/settings/api-keys" } as const;

export const createApiKeyAction = action(createApiKeyInput, createApiKey, here);
export const revokeApiKeyAction = action(apiKeyNamedInput, revokeApiKey, here);
