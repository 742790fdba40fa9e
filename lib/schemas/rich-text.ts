import * as z from "zod/mini";
import { storableText, text } from "./text";

/** A number in prose: which figure of the proposal stands there, and what it was called when it was put in. */
const figureRun = z.strictObject({
  kind: z.literal("figure"),
  key: z.string().check(z.minLength(1), z.maxLength(200), storableText),
  label: text(200),
});

const textRun = z.strictObject({
  kind: z.literal("text"),
  text: z.string().check(z.minLength(1), z.maxLength(4000), storableText),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  /** Pages and mail alone: nothing that runs. */
  href: z.optional(
    z
      .string()
      .check(
        z.maxLength(500),
        z.regex(/^(https:\/\/|mailto:)\S+$/, "Begin the link with https:// or mailto:."),
      ),
  ),
});

const richParagraph = z.strictObject({
  style: z.enum(["plain", "heading", "bullet", "numbered"]),
  runs: z.array(z.discriminatedUnion("kind", [textRun, figureRun])).check(z.maxLength(200)),
});

/** What somebody wrote: paragraphs, in which a figure is named and never typed. */
export const richText = z
  .array(richParagraph)
  .check(
    z.maxLength(100, "This is longer than 100 paragraphs. Put the rest into another section."),
  );

export type RichText = z.infer<typeof richText>;
export type RichParagraph = RichText[number];
export type RichRun = RichParagraph["runs"][number];
