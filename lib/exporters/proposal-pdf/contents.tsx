import { Link, View } from "@react-pdf/renderer";
import type { DocumentSection } from "@/lib/views/proposal/document";
import { paperColours } from "../paper-colours";
import { paperTextWidth } from "../paper-fonts";
import { Words } from "../paper-words";
import { look } from "./paper-look";

/** On which page each section begins: filled while the pages are laid out, read once all are. */
export type SectionPages = Map<string, number>;

type ContentsProps = {
  readonly sections: readonly DocumentSection[];
  readonly pages: SectionPages;
};

const sectionsOnPage = 24;

export const contentsParts = (sections: readonly DocumentSection[]) =>
  Array.from({ length: Math.ceil(sections.length / sectionsOnPage) }, (_, part) =>
    sections.slice(part * sectionsOnPage, (part + 1) * sectionsOnPage),
  );

/** About: a title that is long takes more lines. */
export const contentsHeight = (sections: readonly DocumentSection[], width: number): number =>
  sections.reduce((sum, { title }) => {
    const lines = Math.ceil((paperTextWidth(title, 10, 400) * 1.1) / (width - 46));
    return sum + lines * 15 + 10.75;
  }, 30);

export function Contents({ sections, pages }: ContentsProps) {
  return (
    <View>
      <Words style={[look.section, { marginBottom: 10 }]}>Contents</Words>
      {sections.map((section) => (
        <Link
          key={section.id}
          src={`#${anchorOf(section)}`}
          style={{ color: paperColours.ink, textDecoration: "none" }}
        >
          <View
            wrap={false}
            style={{
              ...{ flexDirection: "row", justifyContent: "space-between", paddingVertical: 5 },
              ...{ borderBottomWidth: 0.75, borderBottomColor: paperColours.line },
            }}
          >
            <Words style={{ fontSize: 10, flex: 1, paddingRight: 16 }}>{section.title}</Words>
            <Words style={{ fontSize: 10, width: 30, textAlign: "right" }}>
              {String(pages.get(section.id) ?? "")}
            </Words>
          </View>
        </Link>
      ))}
    </View>
  );
}

/** A name for the place that any reader of the file takes. */
export function anchorOf({ id }: Pick<DocumentSection, "id">): string {
  return `section-${Buffer.from(id).toString("hex")}`;
}
