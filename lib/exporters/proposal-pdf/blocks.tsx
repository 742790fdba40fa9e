import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { DocumentBlock } from "@/lib/views/proposal/document";
import type { ChartView, TableView } from "@/lib/views/types";
import { paperColours } from "../paper-colours";
import { paperTextWidth } from "../paper-fonts";
import { Words } from "../paper-words";
import { printableLine } from "../printable";
import { ChartDrawing } from "./charts/chart-drawing";
import { Swatch } from "./charts/hatch";
import { pointsPerPixel } from "./charts/paper-plot";
import { TimelineDrawing } from "./charts/timeline-drawing";
import { TornadoDrawing } from "./charts/tornado-drawing";
import { FigureStrip } from "./figure-strip";
import { look } from "./paper-look";
import { PaperTable } from "./paper-table";
import { Prose } from "./prose";

export type BlockRoom = {
  /** In points. */
  readonly width: number;
  /** Of a chart, in points. */
  readonly chartHeight: number;
  readonly accent: string;
  /** Of strong rules. */
  readonly rule: string;
};

type BlockProps = { readonly block: DocumentBlock; readonly room: BlockRoom };

/** Of a timeline, under its finding. */
const mostRowsOfAPage = 18;

export function Block({ block, room }: BlockProps) {
  const { width, accent } = room;
  switch (block.kind) {
    case "lead":
      return <Prose paragraphs={block.paragraphs} accent={accent} style={look.lead} />;
    case "prose":
      return <Prose paragraphs={block.paragraphs} accent={accent} />;
    case "figures":
      return <FigureStrip figures={block.figures} width={width} rule={room.rule} />;
    case "chart":
      return <Chart chart={block.chart} room={room} />;
    case "timeline":
      return (
        <Drawn
          of={block.timeline}
          width={width}
          isLong={block.timeline.rows.length > mostRowsOfAPage}
        >
          <TimelineDrawing timeline={block.timeline} width={width} />
        </Drawn>
      );
    case "tornado":
      return (
        <Drawn of={block.tornado} width={width} note={block.tornado.note}>
          <TornadoDrawing tornado={block.tornado} width={width} />
        </Drawn>
      );
    case "table":
      return <Table title={block.title} table={block.table} width={width} />;
    case "list":
      return <List title={block.title} items={block.items} />;
    case "columns":
      return <Columns columns={block.columns} accent={accent} />;
  }
}

type DrawnProps = {
  readonly of: { readonly title: string; readonly basis: string };
  readonly width: number;
  readonly note?: string | undefined;
  /** Longer than a page, which would cut it off: it goes on over the next ones. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
};

/** Lines of about one length: no word alone on the last. */
function balancedWidth(title: string, width: number): number {
  const whole = paperTextWidth(printableLine(title, 300), look.finding.fontSize, 600) * 1.03;
  const lines = Math.ceil(whole / width);
  return lines <= 1 ? width : Math.min(width, (whole / lines) * 1.12);
}

/** A figure and its finding never part, unless a page is too short for them. */
function Drawn({ of: { title, basis }, width, note, isLong = false, children }: DrawnProps) {
  return (
    <View wrap={isLong}>
      <Words atMost={300} style={[look.finding, { maxWidth: balancedWidth(title, width) }]}>
        {title}
      </Words>
      <Words atMost={500} style={[look.small, { marginTop: 1, marginBottom: 5 }]}>
        {basis}
      </Words>
      {children}
      {note !== undefined && (
        <Words atMost={800} style={[look.small, { marginTop: 3 }]}>
          {note}
        </Words>
      )}
    </View>
  );
}

function Chart({ chart, room }: { readonly chart: ChartView; readonly room: BlockRoom }) {
  return (
    <Drawn of={chart} width={room.width} note={chart.note}>
      <Words style={[look.small, { fontSize: 7.5 }]}>{chart.unitLabel}</Words>
      <ChartDrawing
        view={chart}
        room={{
          width: room.width / pointsPerPixel,
          height: room.chartHeight / pointsPerPixel,
        }}
      />
      {chart.keys && <Keys chart={chart} keys={chart.keys} />}
    </Drawn>
  );
}

type KeysProps = { readonly chart: ChartView; readonly keys: NonNullable<ChartView["keys"]> };

function Keys({ chart, keys }: KeysProps) {
  const one = { flexDirection: "row", alignItems: "center", gap: 4 } as const;
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: 12, marginTop: 2 }}>
      {keys.map(({ label, style }) => (
        <View key={label} style={one}>
          <Swatch style={style} id={`${chart.id}-${Object.values(style).join("-")}`} />
          <Words atMost={80} style={look.small}>
            {label}
          </Words>
        </View>
      ))}
      {chart.levels && (
        <View style={one}>
          <View style={{ width: 15, height: 2.25, backgroundColor: paperColours.ink }} />
          <Words style={look.small}>{chart.levels.label}</Words>
        </View>
      )}
    </View>
  );
}

type TableProps = { readonly title: string; readonly table: TableView; readonly width: number };

/** A short table stays on one page; a long one goes on under its head. */
function Table({ title, table, width }: TableProps) {
  const isShort = table.rows.length <= 12 && table.rows.every(({ cells }) => cells.every(isBrief));
  return (
    <View wrap={!isShort}>
      <PaperTable title={title} table={table} width={width} />
    </View>
  );
}

const isBrief = ({ text, note }: { readonly text: string; readonly note?: string }) =>
  text.length + (note?.length ?? 0) < 200;

type ListProps = { readonly title: string; readonly items: readonly string[] };

/** A title stays with its first item, where that is short enough to go over whole. */
function List({ title, items }: ListProps) {
  const [first = "", ...others] = items;
  return (
    <View>
      <View wrap={first.length > longestKeptItem}>
        {title !== "" && <Words style={look.heading}>{title}</Words>}
        <Item>{first}</Item>
      </View>
      {others.map((item) => (
        <Item key={item}>{item}</Item>
      ))}
    </View>
  );
}

const longestKeptItem = 500;

const Item = ({ children }: { readonly children: string }) => (
  <View style={{ flexDirection: "row", alignItems: "flex-start", marginTop: 2.5 }}>
    <Words style={[look.body, { width: 14 }]}>•</Words>
    <View style={{ flex: 1 }}>
      <Words style={look.body}>{children}</Words>
    </View>
  </View>
);

type ColumnsProps = {
  readonly columns: Extract<DocumentBlock, { kind: "columns" }>["columns"];
  readonly accent: string;
};

function Columns({ columns, accent }: ColumnsProps) {
  return (
    <View
      style={{
        ...{ flexDirection: "row", gap: 18, paddingTop: 7.5 },
        ...{ borderTopWidth: 0.75, borderTopColor: paperColours.ink },
      }}
    >
      {columns.map(({ title, paragraphs }) => (
        <View key={title} style={{ flex: 1 }}>
          <Words style={[look.heading, { marginBottom: 1.5 }]}>{title}</Words>
          <Prose paragraphs={paragraphs} accent={accent} />
        </View>
      ))}
    </View>
  );
}
