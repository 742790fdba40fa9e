import { View } from "@react-pdf/renderer";
import type { DocumentSection } from "@/lib/views/proposal/document";
import { paperColours } from "../paper-colours";
import { Words } from "../paper-words";
import { printable } from "../printable";
import { Block, type BlockRoom } from "./blocks";
import { anchorOf } from "./contents";
import { look } from "./paper-look";

type SectionProps = {
  readonly section: DocumentSection;
  readonly room: BlockRoom;
};

/** A heading that contents and outline lead to, then what the section is made of. */
export function Section({ section, room }: SectionProps) {
  return (
    <View>
      <View
        id={anchorOf(section)}
        wrap={false}
        style={{
          paddingTop: 6,
          borderTopWidth: 1.5,
          borderTopColor: paperColours.ink,
        }}
        {...outlined(section.title)}
      >
        <Words style={look.section}>{section.title}</Words>
      </View>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <View key={index} style={{ marginTop: index === 0 ? 7 : 14 }}>
          <Block block={block} room={room} />
        </View>
      ))}
    </View>
  );
}

/** A line of the file's outline; the library's types know it on pages alone. */
export function outlined(title: string): object {
  return { bookmark: { title: printable(title), fit: true } };
}
