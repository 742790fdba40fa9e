"use client";

import { Select } from "@/components/ui/select";
import type { ElasticityPath } from "@/lib/schemas/assumptions";
import { plainLabel } from "@/lib/schemas/labels";
import { type DraftFigure, unpriced } from "../provenance";
import type { AssumptionInput } from "./assumption-inputs";
import { FigureCells } from "./figure-cells";
import { useSettingsForm } from "./settings-context";

const pathName = "assumptions.elasticityPricePath";
const options: readonly { value: ElasticityPath; label: string }[] = [
  { value: "api", label: "API price" },
  { value: "cloud", label: "Cloud rental" },
  { value: "hardware", label: "Server price" },
];

/** How far demand follows a price, and which price; emptied, it follows none. */
export function ElasticityRow({ input }: { readonly input: AssumptionInput }) {
  const { name, spec } = input;
  const { settings, readOnly } = useSettingsForm();
  return (
    <FigureCells
      name={name}
      path={name}
      spec={spec}
      figure={settings.value<DraftFigure | undefined>(name) ?? unpriced}
      onFigure={(figure) => settings.change(name, figure.value === null ? undefined : figure)}
      before={
        <Select<ElasticityPath>
          aria-label={plainLabel("elasticityPricePath").label}
          data-field={pathName}
          className="w-36 max-sm:w-full"
          disabled={readOnly}
          value={settings.value<ElasticityPath | undefined>(pathName) ?? "api"}
          onValueChange={(chosen) => {
            settings.change(pathName, chosen);
            settings.leave(pathName);
          }}
          options={options}
        />
      }
    />
  );
}
