import type { AskedSupplier, StoredRfq } from "@/lib/schemas/rfq";
import { mailOf } from "@/lib/views/rfqs";
import { CopyMail } from "./copy-mail";

/** What goes to a supplier by mail, and the words of the mail. */
export function FilesToSend(props: { readonly rfq: StoredRfq; readonly asked: AskedSupplier }) {
  const { rfq, asked } = props;
  const mail = mailOf(rfq, asked);
  const hasAnswered = rfq.questions.some(({ answeredAt }) => answeredAt !== null);
  const files = [
    { file: "template", label: "Template to fill in (XLSX)" },
    { file: "letter", label: "Letter (PDF)" },
    ...(hasAnswered ? [{ file: "questions", label: "Questions and answers (PDF)" }] : []),
  ];
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {files.map(({ file, label }) => (
        <a
          key={file}
          href={`/rfqs/${rfq.id}/files/${file}?supplier=${asked.supplierId}`}
          download
          className="link inline-flex min-h-6 items-center"
        >
          {label}
        </a>
      ))}
      {mail && asked.email !== "" && (
        <a href={mail.href} className="link inline-flex min-h-6 items-center">
          Write the mail
        </a>
      )}
      {mail && <CopyMail text={mail.text} name={asked.name} />}
    </p>
  );
}
