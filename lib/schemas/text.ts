import * as z from "zod/mini";

/** PostgreSQL holds neither: NUL ends its strings, and half a surrogate pair is no character. */
const storable = /^[^\0\p{Surrogate}]*$/u;

export const isStorable = (value: string): boolean => storable.test(value);

/** Follows any check of text that is stored. */
export const storableText = z.regex(
  storable,
  "Remove what is not text: a zero byte, or half a character.",
);

/** Free text of at most this many characters. */
export const text = (maxLength: number) => z.string().check(z.maxLength(maxLength), storableText);

export const notes = z.optional(text(2000));
