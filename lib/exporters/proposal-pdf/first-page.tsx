import { View } from "@react-pdf/renderer";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { Words } from "../paper-words";
import { Block, type BlockRoom } from "./blocks";
import { anchorOf } from "./contents";
import { look } from "./paper-look";
import { outlined } from "./section";

type FirstPageProps = {
  readonly of: ProposalDocument;
  readonly room: BlockRoom;
};

/** What is asked, what it costs, how sure that is: alone on the first page. */
export function FirstPage({ of, room }: FirstPageProps) {
  const [summary] = of.sections;
  return (
    <View>
      <View {...(summary && { id: anchorOf(summary), ...outlined(summary.title) })}>
        <Words style={look.subject}>{of.subject}</Words>
        <Words style={look.title}>{of.title}</Words>
      </View>
      {summary?.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <View key={index} style={{ marginTop: index === 0 ? 0 : 14 }}>
          <Block block={block} room={room} />
        </View>
      ))}
    </View>
  );
}
