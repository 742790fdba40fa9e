"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveHouseStyleAction } from "@/app/(product)/(app)/settings/house-style/actions";
import { attempt } from "@/components/plans/attempt";
import { useOrganizationId } from "@/components/shell/organization-context";
import { useToast } from "@/components/ui/toast";
import {
  type HouseLogo,
  type HouseStyleContent,
  houseStyleContent,
  mostLogoBytes,
  type StoredHouseStyle,
} from "@/lib/schemas/house-style";
import { logoTooLarge, logoType } from "@/lib/schemas/logo-type";
import { sameData } from "@/lib/schemas/merge";

type Errors = Readonly<Partial<Record<keyof HouseStyleContent, string>>>;

/** The house style as it is typed, and what became of saving it. */
export function useHouseStyle(stored: StoredHouseStyle) {
  const toast = useToast();
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [base, setBase] = useState({ content: stored.content, version: stored.version });
  const [draft, setDraft] = useState(stored.content);
  const [errors, setErrors] = useState<Errors>({});
  const [message, setMessage] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const change = (part: Partial<HouseStyleContent>) => {
    setDraft((now) => ({ ...now, ...part }));
    setErrors((now) => without(now, Object.keys(part)));
    setMessage(undefined);
  };
  const refuse = (name: keyof HouseStyleContent, text: string) =>
    setErrors((now) => ({ ...now, [name]: text }));
  const takeLogo = async (file: File) => {
    if (file.size > mostLogoBytes) return refuse("logo", logoTooLarge);
    const logo = await logoOf(file);
    if ("refusal" in logo) return refuse("logo", logo.refusal);
    change({ logo });
  };
  const save = async () => {
    const found = errorsOf(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const input = { expectedVersion: base.version, content: draft };
    const outcome = await attempt(() => saveHouseStyleAction(input, madeFor), "Not saved");
    setBusy(false);
    if (outcome.ok) {
      setBase({ content: draft, version: outcome.data.version });
      toast.show({ text: "House style saved." });
      router.refresh();
    } else if (outcome.fields?.logo) refuse("logo", outcome.fields.logo);
    else setMessage(outcome.message);
  };
  const unsaved = !sameData(draft, base.content);
  return { draft, errors, message, busy, unsaved, change, takeLogo, save };
}

export type HouseStyleDraft = ReturnType<typeof useHouseStyle>;

/** The first sentence about each field. */
export function errorsOf(content: HouseStyleContent): Errors {
  const { error } = houseStyleContent.safeParse(content);
  const found = (error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]);
  return Object.fromEntries(found.toReversed());
}

const without = (errors: Errors, names: readonly string[]): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));

/** As it is shown before it is saved; the server reads all of it. */
async function logoOf(file: File): Promise<HouseLogo | { readonly refusal: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = logoType(bytes);
  if ("refusal" in type) return type;
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { ...type, base64 };
}
