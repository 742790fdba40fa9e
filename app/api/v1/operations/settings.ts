import { operation } from "@/lib/adapters/rest/operation";
import { planSettings } from "@/lib/schemas/plan";
import { noQuery, partSaved } from "@/lib/schemas/rest";
import { getPlan } from "@/lib/services/plans";
import { saveSettings } from "@/lib/services/settings";
import { examples } from "./examples";

const group = "Settings of a plan";
const path = "/plans/{planId}/settings";

export const settingsOperations = [
  operation({
    id: "getSettings",
    method: "GET",
    path,
    group,
    summary: "Read the settings",
    description: "Everything of a plan but its rows: name, currency, horizon, assumptions.",
    access: "read",
    query: noQuery,
    answer: { status: 200, description: "The settings.", schema: planSettings, hasVersion: true },
    problems: ["not-found"],
    run: async (ctx, { params: { planId = "" } }) => {
      const { plan, settingsVersion } = await getPlan(ctx, { planId });
      const { workloads: _, options: __, scenarios: ___, ...settings } = plan;
      return { body: settings, version: settingsVersion };
    },
  }),
  operation({
    id: "saveSettings",
    method: "PUT",
    path,
    group,
    summary: "Save the settings",
    description: "All of them: what is left out is gone.",
    access: "write",
    query: noQuery,
    body: {
      schema: planSettings,
      description: "The settings as they shall be.",
      example: examples.settings,
      holds: "settings",
    },
    needsVersion: true,
    answer: { status: 200, description: "Saved.", schema: partSaved, hasVersion: true },
    problems: ["not-found", "invalid"],
    run: async (ctx, { params: { planId = "" }, body, version: expectedVersion }) => {
      const input = { planId, expectedVersion, settings: body, exact: true };
      const { settingsVersion: version, planVersion } = await saveSettings(ctx, input);
      return { body: { id: planId, version, planVersion }, version };
    },
  }),
];
