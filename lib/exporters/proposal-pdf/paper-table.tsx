import { View } from "@react-pdf/renderer";
import type { Cell, Column, TableView } from "@/lib/views/types";
import { paperColours } from "../paper-colours";
import { Words } from "../paper-words";
import { EvidenceMark } from "./evidence-mark";
import { KindMark } from "./kind-mark";
import { look } from "./paper-look";
import { type ColumnRoom, cellGap, columnGroups, headOf, tableSize } from "./table-columns";

type PaperTableProps = {
  readonly title: string;
  readonly table: TableView;
  readonly width: number;
};

/** A table whose head comes again on each page; one too wide for the page comes in parts. */
export function PaperTable({ title, table, width }: PaperTableProps) {
  const groups = columnGroups(table, width);
  return (
    <View>
      {groups.map((group, index) => (
        <View
          key={group.map((one) => one.index).join(" ")}
          style={{ marginTop: index > 0 ? 12 : 0 }}
        >
          {title !== "" && (
            <Words minPresenceAhead={60} style={[look.finding, { marginBottom: 3 }]}>
              {index === 0 ? title : `${title}, continued to the right`}
            </Words>
          )}
          <Part table={table} group={group} />
        </View>
      ))}
    </View>
  );
}

type PartProps = { readonly table: TableView; readonly group: readonly ColumnRoom[] };

function Part({ table: { columns, rows, totals }, group }: PartProps) {
  return (
    <View>
      <View
        fixed
        wrap={false}
        minPresenceAhead={30}
        style={{ ...row, alignItems: "flex-end", borderBottomColor: paperColours["line-strong"] }}
      >
        {group.map(({ index, width }) => (
          <Words key={index} style={[look.quiet, place(columns[index], width, index === 0)]}>
            {headAt(columns, index)}
          </Words>
        ))}
      </View>
      {rows.map(({ id, cells }) => (
        <Row key={id} cells={cells} columns={columns} group={group} />
      ))}
      {totals && <Row cells={totals} columns={columns} group={group} isTotal />}
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

function place(column: Column | undefined, width: number, isFirst: boolean) {
  const isRight = column?.align === "right";
  return {
    width,
    fontSize: tableSize,
    lineHeight: 1.4,
    textAlign: isRight ? "right" : "left",
    paddingLeft: isFirst ? 0 : cellGap,
  } as const;
}

type RowProps = {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly group: readonly ColumnRoom[];
  readonly isTotal?: boolean;
};

/** A row longer than this may go on over the page. */
const longestKept = 700;

function Row({ cells, columns, group, isTotal = false }: RowProps) {
  const isLong = cells.some(({ text, note }) => text.length + (note?.length ?? 0) > longestKept);
  return (
    <View wrap={isLong} style={{ ...row, ...(isTotal && totalRow) }}>
      {group.map(({ index, width }) => (
        <OneCell
          key={index}
          cell={cells[index]}
          isStrong={isTotal || cells[index]?.isStrong === true}
          place={place(columns[index], width, index === 0)}
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

const shortCell = { flexDirection: "row", alignItems: "center", gap: 4 } as const;
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
  const direction = isLong ? longCell : { ...shortCell, justifyContent };
  return (
    <View style={{ ...box, ...direction }}>
      {kind && <KindMark kind={kind} />}
      <View style={{ flexShrink: 1 }}>
        <Words style={{ textAlign, fontSize, lineHeight, ...weight }}>{words}</Words>
        {note !== undefined && <Words style={[look.small, { textAlign }]}>{note}</Words>}
      </View>
      {evidence && <EvidenceMark evidence={evidence} />}
    </View>
  );
}
