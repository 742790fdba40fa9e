import { View } from "@react-pdf/renderer";
import type { Cell, Column, TableView } from "@/lib/views/types";
import { paperColours } from "../paper-colours";
import { Words } from "../paper-words";
import { EvidenceMark } from "./evidence-mark";
import { KindMark } from "./kind-mark";
import { PageMark } from "./page-mark";
import { look } from "./paper-look";
import { type ColumnRoom, cellGap, headOf, tableParts } from "./table-columns";

type PaperTableProps = {
  readonly title: string;
  readonly table: TableView;
  readonly width: number;
};

/** A table whose head comes again on each page; one too wide for the page comes in parts. */
export function PaperTable({ title, table, width }: PaperTableProps) {
  const { groups, size } = tableParts(table, width);
  return (
    <View>
      {groups.map((group, index) => (
        <View
          key={group.map((one) => one.index).join(" ")}
          style={{ marginTop: index > 0 ? 12 : 0 }}
        >
          <Part
            {...{ table, group, size }}
            title={title === "" || index === 0 ? title : `${title}, continued to the right`}
          />
        </View>
      ))}
    </View>
  );
}

type PartProps = {
  readonly title: string;
  readonly table: TableView;
  readonly group: readonly ColumnRoom[];
  readonly size: number;
};

/** Rows that stay with the head, so that it never stands alone at the foot of a page. */
const keptRows = 2;

function Part({ title, table, group, size }: PartProps) {
  const { columns, rows, totals } = table;
  const parts = { columns, group, size };
  const first = rows.slice(0, keptRows);
  const last = rows.length > keptRows ? rows.at(-1) : undefined;
  const others = rows.slice(keptRows, totals && last ? -1 : undefined);
  const own = { title: title === "" ? null : <Title>{title}</Title>, head: <Head {...parts} /> };
  const lines = (of: readonly TableView["rows"][number][]) =>
    of.map(({ id, cells }) => <Row key={id} cells={cells} {...parts} />);
  const end = totals && <Row cells={totals} isTotal {...parts} />;
  if (!first.every(({ cells }) => isKept(cells)))
    return (
      <View>
        {own.title}
        <View>
          <View fixed>{own.head}</View>
          {lines(rows)}
          {end}
        </View>
      </View>
    );
  let begins = 0;
  return (
    <View>
      <View wrap={false}>
        <PageMark onPage={(page) => (begins = page)} />
        {own.title}
        {own.head}
        {lines(first)}
      </View>
      <View>
        <View
          fixed
          render={({ pageNumber }) => pageNumber > begins && own.head}
          style={look.again}
        />
        {lines(others)}
        {end && (
          <View wrap={last !== undefined && !isKept(last.cells)}>
            {last && lines([last])}
            {end}
          </View>
        )}
      </View>
    </View>
  );
}

const Title = ({ children }: { readonly children: string }) => (
  <Words minPresenceAhead={60} style={[look.finding, { marginBottom: 3 }]}>
    {children}
  </Words>
);

type RowParts = {
  readonly columns: readonly Column[];
  readonly group: readonly ColumnRoom[];
  readonly size: number;
};

function Head({ columns, group, size }: RowParts) {
  return (
    <View
      wrap={false}
      style={{ ...row, alignItems: "flex-end", borderBottomColor: paperColours["line-strong"] }}
    >
      {group.map(({ index, width }) => (
        <Words key={index} style={[look.quiet, place(columns[index], width, { index, size })]}>
          {headAt(columns, index)}
        </Words>
      ))}
    </View>
  );
}

function headAt(columns: readonly Column[], index: number): string {
  const column = columns[index];
  return column ? headOf(column) : "";
}

const row = {
  flexDirection: "row",
  paddingVertical: 3,
  borderBottomWidth: 0.75,
  borderBottomColor: paperColours.line,
} as const;

function place(
  column: Column | undefined,
  width: number,
  { index, size }: { readonly index: number; readonly size: number },
) {
  const isRight = column?.align === "right";
  return {
    width,
    fontSize: size,
    lineHeight: 1.4,
    textAlign: isRight ? "right" : "left",
    paddingLeft: index === 0 ? 0 : cellGap,
  } as const;
}

type RowProps = RowParts & { readonly cells: readonly Cell[]; readonly isTotal?: boolean };

/** A row longer than this may go on over the page. */
const longestKept = 700;

const isKept = (cells: readonly Cell[]) =>
  cells.every(({ text, note }) => text.length + (note?.length ?? 0) <= longestKept);

function Row({ cells, columns, group, size, isTotal = false }: RowProps) {
  const isLong = !isKept(cells);
  return (
    <View wrap={isLong} style={{ ...row, ...(isTotal && totalRow) }}>
      {group.map(({ index, width }) => (
        <OneCell
          key={index}
          cell={cells[index]}
          isStrong={isTotal || cells[index]?.isStrong === true}
          place={place(columns[index], width, { index, size })}
          isLong={isLong}
        />
      ))}
    </View>
  );
}

const totalRow = {
  borderTopWidth: 0.75,
  borderTopColor: paperColours.ink,
  borderBottomWidth: 0,
} as const;

const shortCell = { flexDirection: "row", gap: 4 } as const;
/** Beside the first line of a cell. */
const markDrop = 3;
const longCell = { flexDirection: "column" } as const;

type OneCellProps = {
  readonly cell: Cell | undefined;
  readonly isStrong: boolean;
  readonly place: ReturnType<typeof place>;
  /** Its row goes on over the page: each text then stands in a box of its own. */
  readonly isLong: boolean;
};

/** One text where that is all: a long table has thousands of cells. */
function OneCell({ cell, isStrong, place: style, isLong }: OneCellProps) {
  if (!cell) return <Words style={style}>{""}</Words>;
  const { text, mark, note, evidence, kind } = cell;
  const words = mark === undefined ? text : `${text} (${mark})`;
  const weight = isStrong ? look.strong : {};
  if (note === undefined && !evidence && !kind && !isLong)
    return <Words style={{ ...style, ...weight }}>{words}</Words>;
  const { textAlign, fontSize, lineHeight, ...box } = style;
  const justifyContent: "flex-end" | "flex-start" =
    textAlign === "right" ? "flex-end" : "flex-start";
  const alignItems: "center" | "flex-start" = kind ? "center" : "flex-start";
  const direction = isLong ? longCell : { ...shortCell, justifyContent, alignItems };
  return (
    <View style={{ ...box, ...direction }}>
      {kind && <KindMark kind={kind} />}
      <View style={{ flexShrink: 1 }}>
        <Words style={{ textAlign, fontSize, lineHeight, ...weight }}>{words}</Words>
        {note !== undefined && <Words style={[look.small, { textAlign }]}>{note}</Words>}
      </View>
      {evidence && (
        <View style={{ marginTop: kind ? 0 : markDrop }}>
          <EvidenceMark evidence={evidence} />
        </View>
      )}
    </View>
  );
}
