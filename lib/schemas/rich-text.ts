import * as z from "zod";

/** A number in prose: which figure of the proposal stands there, and what it was called when it was put in. */
export const figureRun = z.strictObject({
  kind: z.literal("figure"),
  key: z.string().check(z.minLength(1), z.maxLength(160)),
  label: z.string().check(z.maxLength(160)),
});

const textRun = z.strictObject({
  kind: z.literal("text"),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  /** Where it leads: pages and mail alone. */
  href: z.optional(z.string().check(z.maxLength(500), z.regex(/^(https:\/\/|mailto:)\S+$/))),
});

const paragraph = z.strictObject({
  style: z.enum(["plain", "heading", "bullet", "numbered"]),
  runs: z.array(z.discriminatedUnion("kind", [textRun, figureRun])).check(z.maxLength(200)),
});

/** What somebody wrote in a section: paragraphs, in which a figure is named and never typed. */
export const richText = z.array(paragraph).check(z.maxLength(100));

export type RichText = z.infer<typeof richText>;
export type RichParagraph = RichText[number];
export type RichRun = RichParagraph["runs"][number];
