import { View } from "@react-pdf/renderer";
import type { DocumentSection } from "@/lib/views/proposal/document";
import { Words } from "../paper-words";
import { printable } from "../printable";
import { Block, type BlockRoom } from "./blocks";
import { anchorOf } from "./contents";
import { PageMark } from "./page-mark";
import { blockGap, look } from "./paper-look";

type SectionProps = {
  readonly section: DocumentSection;
  readonly room: BlockRoom;
  readonly isFirst: boolean;
  readonly onPage: (page: number) => void;
};

/** What has to follow a heading on its page. */
const presenceAhead = 60;

/**
 * A heading that contents and outline lead to, then what the section is made of. No box around them: all of
 * a page stands in one row, so that a heading goes over with what follows it.
 */
export function Section({ section, room, isFirst, onPage }: SectionProps) {
  return (
    <>
      {!isFirst && <View />}
      <View
        id={anchorOf(section)}
        wrap={false}
        minPresenceAhead={presenceAhead}
        style={{
          ...look.again,
          paddingTop: 6,
          borderTopWidth: 1.5,
          borderTopColor: room.rule,
          marginBottom: -blockGap / 2,
        }}
        {...outlined(section.title)}
      >
        <PageMark onPage={onPage} />
        <Words style={look.section}>{section.title}</Words>
      </View>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <View key={index}>
          <Block block={block} room={room} />
        </View>
      ))}
    </>
  );
}

/** A line of the file's outline; the library's types know it on pages alone. */
export function outlined(title: string): object {
  return { bookmark: { title: printable(title), fit: true } };
}
