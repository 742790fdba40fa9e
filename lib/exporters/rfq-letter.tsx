import { renderToBuffer, Text, View } from "@react-pdf/renderer";
import { deadlineText, exactAmount, monthName } from "@/lib/format";
import type { RfqItem } from "@/lib/schemas/rfq";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";
import { registerPaperFonts } from "./paper-fonts";
import { paper as look, PaperPage } from "./paper-parts";
import { type RfqPaper, rfqFileName } from "./rfq-paper";

type PaperFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** The letter that goes with the template. */
export async function rfqLetter(paper: RfqPaper): Promise<PaperFile> {
  registerPaperFonts();
  const bytes = await renderToBuffer(<Letter of={paper} />);
  return { fileName: rfqFileName(paper, "letter", "pdf"), bytes: new Uint8Array(bytes) };
}

/** What suppliers asked and what is answered to all of them; it names none of them. */
export async function rfqQuestionsPaper(paper: RfqPaper): Promise<PaperFile> {
  registerPaperFonts();
  const bytes = await renderToBuffer(<Questions of={paper} />);
  return { fileName: rfqFileName(paper, "questions", "pdf"), bytes: new Uint8Array(bytes) };
}

function Letter({ of }: { readonly of: RfqPaper }) {
  const { content, supplier, organizationName, revision } = of;
  const until = deadlineText(content.deadlineLocal, content.deadlineZone);
  return (
    <PaperPage of={of} title={`Request for quotation: ${content.title}`}>
      <Text>{supplier.name}</Text>
      {supplier.contactName !== "" && <Text>{supplier.contactName}</Text>}
      <Text style={look.title}>{content.title}</Text>
      <Text style={look.quiet}>Request for quotation, revision {revision}</Text>
      <Text style={look.paragraph}>
        {organizationName} asks you for a quote for what is listed below. Answers count until{" "}
        <Text style={look.strong}>{until}</Text>.
      </Text>
      <Text style={look.paragraph}>
        Fill in the workbook that came with this letter, and send it back as it is: only its yellow
        cells are yours. What is left empty counts as not said, and a price left empty as unpriced.
        {of.isSealed && " Answers stay sealed until that moment: nobody here reads a price before."}
      </Text>
      <Terms of={of} />
      <Text style={look.heading}>What is needed</Text>
      <ItemsTable items={content.items} />
      {content.notes !== "" && (
        <>
          <Text style={look.heading}>Notes</Text>
          <Text>{content.notes}</Text>
        </>
      )}
      {of.questions.length > 0 && <QuestionList of={of} />}
    </PaperPage>
  );
}

function Terms({ of: { content } }: { readonly of: RfqPaper }) {
  const terms = [
    ["Delivery to", content.deliveryPlace],
    ["Incoterm 2020", content.incoterm ?? ""],
    ["Payment terms wanted", content.paymentTerms],
    ["Currency wanted", content.currency],
  ].filter(([, value]) => value !== "");
  return (
    <View>
      <Text style={look.heading}>Terms</Text>
      {terms.map(([name, value]) => (
        <View key={name} style={look.term}>
          <Text style={look.termName}>{name}</Text>
          <Text style={look.termValue}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

const widths = { place: 20, what: 1, quantity: 90, paid: 75, needed: 60 };

function ItemsTable({ items }: { readonly items: readonly RfqItem[] }) {
  return (
    <View>
      <View fixed style={[look.row, look.rowHead]}>
        <Text style={{ width: widths.place }} />
        <Text style={{ flex: widths.what }}>Item</Text>
        <Text style={{ width: widths.quantity, textAlign: "right", paddingRight: 10 }}>
          Quantity
        </Text>
        <Text style={{ width: widths.paid }}>Paid</Text>
        <Text style={{ width: widths.needed }}>Needed by</Text>
      </View>
      {items.map((item, index) => (
        <View key={item.itemId} wrap={false} style={look.row}>
          <Text style={[look.quiet, { width: widths.place }]}>{index + 1}</Text>
          <View style={{ flex: widths.what, paddingRight: 8 }}>
            <Text>{item.description}</Text>
            <Text style={look.quiet}>
              {[categoryNames[item.category], item.note].filter(Boolean).join(". ")}
            </Text>
          </View>
          <Text style={{ width: widths.quantity, textAlign: "right", paddingRight: 10 }}>
            {quantityText(item)}
          </Text>
          <Text style={{ width: widths.paid }}>{paidText(item)}</Text>
          <Text style={{ width: widths.needed }}>
            {item.neededMonth === null ? "" : monthName(item.neededMonth)}
          </Text>
        </View>
      ))}
    </View>
  );
}

const quantityText = ({ quantity, unit }: RfqItem) =>
  quantity === null ? "yours to say" : [exactAmount(quantity), unit].filter(Boolean).join(" ");

const paidText = ({ recurrence, months }: RfqItem) =>
  recurrence === "one-off" || months === null
    ? recurrenceNames[recurrence]
    : `${recurrenceNames[recurrence]}, ${months} months`;

function Questions({ of }: { readonly of: RfqPaper }) {
  const { content, revision } = of;
  return (
    <PaperPage of={of} title={`Questions and answers: ${content.title}`}>
      <Text style={look.title}>{content.title}</Text>
      <Text style={look.quiet}>Request for quotation, revision {revision}</Text>
      <QuestionList of={of} />
    </PaperPage>
  );
}

function QuestionList({ of: { questions } }: { readonly of: RfqPaper }) {
  return (
    <View>
      <Text style={look.heading}>Questions and answers</Text>
      {questions.length === 0 && <Text>None was answered yet.</Text>}
      {questions.map(({ id, question, answer }, index) => (
        <View key={id} wrap={false} style={look.paragraph}>
          <Text style={look.strong}>
            {index + 1}. {question}
          </Text>
          <Text>{answer}</Text>
        </View>
      ))}
    </View>
  );
}
