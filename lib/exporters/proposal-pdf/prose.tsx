import { Link, Text, View } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import type { ProseParagraph, ProseRun } from "@/lib/views/proposal/document";
import { printable } from "../printable";
import { look } from "./paper-look";

type Style = ComponentProps<typeof View>["style"];

type ProseProps = {
  readonly paragraphs: readonly ProseParagraph[];
  readonly accent: string;
  readonly style?: NonNullable<Style>;
};

/** What users wrote, with its figures as they were computed. */
export function Prose({ paragraphs, accent, style = look.body }: ProseProps) {
  const numbers = numbersOf(paragraphs);
  return (
    <View>
      {paragraphs.map((paragraph, index) => (
        <Paragraph
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
          key={index}
          paragraph={paragraph}
          number={numbers[index] ?? 1}
          accent={accent}
          style={style}
          isFirst={index === 0}
        />
      ))}
    </View>
  );
}

/** The place of each numbered paragraph in its own list. */
function numbersOf(paragraphs: readonly ProseParagraph[]): readonly number[] {
  let number = 0;
  return paragraphs.map(({ style }) => {
    number = style === "numbered" ? number + 1 : 0;
    return number;
  });
}

type ParagraphProps = {
  readonly paragraph: ProseParagraph;
  readonly number: number;
  readonly accent: string;
  readonly style: NonNullable<Style>;
  readonly isFirst: boolean;
};

function Paragraph({ paragraph, number, accent, style, isFirst }: ParagraphProps) {
  const runs = joinedRuns(paragraph.runs).map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name
    <Run key={index} run={run} accent={accent} />
  ));
  if (paragraph.style === "heading")
    return (
      <Text minPresenceAhead={40} style={[look.heading, { marginTop: isFirst ? 0 : 10 }]}>
        {runs}
      </Text>
    );
  const marginTop = isFirst ? 0 : 5;
  if (paragraph.style === "plain") return <Text style={[style, { marginTop }]}>{runs}</Text>;
  return (
    <View style={{ flexDirection: "row", alignItems: "flex-start", marginTop: isFirst ? 0 : 2.5 }}>
      <Text style={[style, { width: 14 }]}>
        {paragraph.style === "bullet" ? "•" : `${number}.`}
      </Text>
      {/* A text that stands in a row itself does not go on over the page. */}
      <View style={{ flex: 1 }}>
        <Text style={style}>{runs}</Text>
      </View>
    </View>
  );
}

function Run({ run, accent }: { readonly run: ProseRun; readonly accent: string }) {
  const { isBold, isItalic, href } = run;
  const style = {
    ...(isBold && look.strong),
    ...(isItalic && { fontStyle: "italic" as const }),
  };
  const text = printable(run.text);
  if (href === null) return <Text style={style}>{text}</Text>;
  return (
    <Link src={href} style={{ ...style, color: accent, textDecoration: "underline" }}>
      {text}
    </Link>
  );
}

/**
 * The library may end a line between two runs: what follows a figure without a space, such as its full
 * stop, stays with the figure. A run keeps its own look up to the first space of the next.
 */
function joinedRuns(runs: readonly ProseRun[]): readonly ProseRun[] {
  const joined: ProseRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const [stuck = ""] = /^[^\s\p{L}\p{N}]+/u.exec(run.text) ?? [];
    const sticks = before && stuck !== "" && !/\s$/.test(before.text);
    if (!before || !sticks) {
      joined.push(run);
      continue;
    }
    joined[joined.length - 1] = { ...before, text: before.text + stuck };
    if (run.text !== stuck) joined.push({ ...run, text: run.text.slice(stuck.length) });
  }
  return joined.filter(({ text }) => text !== "");
}
