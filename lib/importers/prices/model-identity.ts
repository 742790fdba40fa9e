import type { ImportedPrice } from "./price-import";

/**
 * LiteLLM's spelling of a provider that sells its own models, and OpenRouter's of the same maker.
 * Azure's names for OpenAI's models are OpenAI's own; a region or a size stands before them and keeps them apart.
 */
const makers: Readonly<Record<string, string>> = {
  anthropic: "anthropic",
  azure: "openai",
  cohere_chat: "cohere",
  deepseek: "deepseek",
  gemini: "google",
  mistral: "mistralai",
  moonshot: "moonshotai",
  openai: "openai",
  xai: "x-ai",
  zai: "z-ai",
};

/** Providers whose names for open models are Hugging Face's, maker and model. */
const hosts = ["baseten", "deepinfra", "hyperbolic", "nebius", "nscale", "together_ai", "wandb"];

/** What Hugging Face calls a maker, where OpenRouter calls it otherwise. */
const makerNames: Readonly<Record<string, string>> = {
  "deepseek-ai": "deepseek",
  minimaxai: "minimax",
  "zai-org": "z-ai",
};

/**
 * `maker/model` of a price, from the provider and the whole of its key, or null where the source does not
 * say whose model it is. Dots and hyphens count alike: some write 4.5 and others 4-5.
 */
export function modelIdentity({ id, key, subject }: ImportedPrice): string | null {
  if (id.startsWith("openrouter-")) return spelled(key);
  if (!id.startsWith("litellm-")) return null;
  const [prefix = "", ...rest] = key.split("/");
  if (prefix === "openrouter" && rest.length === 2) return spelled(rest.join("/"));
  if (hosts.includes(prefix) && rest.length === 2) return spelled(rest.join("/"));
  if (Object.hasOwn(makers, prefix) && rest.length === 1)
    return spelled(`${makers[prefix]}/${rest[0]}`);
  const maker = rest.length === 0 ? ownMakers[subject.provider ?? ""] : undefined;
  return maker === undefined ? null : spelled(`${maker}/${key}`);
}

/** Makers whose keys carry no provider. */
const ownMakers: Readonly<Record<string, string>> = { OpenAI: "openai", Anthropic: "anthropic" };

function spelled(name: string): string {
  const [maker = "", model = ""] = name.toLowerCase().split("/");
  return `${makerNames[maker] ?? maker}/${model.replaceAll(".", "-")}`;
}
