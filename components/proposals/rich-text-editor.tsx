"use client";

import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { Bold, Heading, Italic, List, ListOrdered } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { RichText } from "@/lib/schemas/rich-text";
import type { Figures } from "@/lib/views/proposal/prose";
import { FigureNode } from "./figure-node";
import { docOf, richTextOf } from "./rich-text-doc";

export type RichTextEditorProps = {
  readonly text: RichText;
  readonly figures: Figures;
  readonly label: string;
  readonly onChange: (text: RichText) => void;
};

/** Words with live figures among them. */
export default function RichTextEditor({ text, figures, label, onChange }: RichTextEditorProps) {
  const editor = useEditor({
    immediatelyRender: false,
    // The page’s policy takes no styles from scripts: what is needed of them stands in globals.css.
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        ...{ blockquote: false, code: false, codeBlock: false, horizontalRule: false },
        ...{ strike: false, underline: false },
        heading: { levels: [3] },
        link: { openOnClick: false, protocols: ["https", "mailto"] },
      }),
      FigureNode.configure({ figures }),
    ],
    content: docOf(text),
    editorProps: { attributes: { "aria-label": label, "aria-multiline": "true", role: "textbox" } },
    onUpdate: ({ editor: changed }) => onChange(richTextOf(changed.getJSON())),
  });
  if (!editor) return null;
  return (
    <div className="rounded-md border border-control bg-surface focus-within:outline-2 focus-within:outline-accent">
      <Toolbar editor={editor} figures={figures} />
      <EditorContent
        editor={editor}
        className="prose-editor max-h-[50vh] min-h-40 overflow-y-auto px-3 py-2 text-sm"
      />
    </div>
  );
}

function Toolbar({ editor, figures }: { readonly editor: Editor; readonly figures: Figures }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      heading: now.isActive("heading"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
    }),
  });
  const chain = () => editor.chain().focus();
  const button = (name: keyof typeof on, label: string, icon: ReactNode, press: () => void) => (
    <IconButton
      label={label}
      aria-pressed={on[name]}
      icon={icon}
      onClick={press}
      className="aria-pressed:bg-sunken aria-pressed:text-ink"
    />
  );
  return (
    <div
      role="toolbar"
      aria-label="Text"
      className="flex flex-wrap items-center gap-0.5 border-line border-b px-1.5 py-1"
    >
      {button("bold", "Bold", <Bold aria-hidden size={14} />, () => chain().toggleBold().run())}
      {button("italic", "Italic", <Italic aria-hidden size={14} />, () =>
        chain().toggleItalic().run(),
      )}
      {button("heading", "Heading", <Heading aria-hidden size={14} />, () =>
        chain().toggleHeading({ level: 3 }).run(),
      )}
      {button("bulletList", "List", <List aria-hidden size={14} />, () =>
        chain().toggleBulletList().run(),
      )}
      {button("orderedList", "Numbered list", <ListOrdered aria-hidden size={14} />, () =>
        chain().toggleOrderedList().run(),
      )}
      <Select
        small
        aria-label="Insert a figure"
        className="ml-auto w-56"
        value=""
        options={[
          { value: "", label: "Insert a figure" },
          ...[...figures.values()].map(({ key, group, label, value }) => ({
            value: key,
            label: `${group}: ${label}, ${value}`,
          })),
        ]}
        onValueChange={(key) => {
          const found = figures.get(key);
          if (!found) return;
          const attrs = { key, label: `${found.label}, ${found.group}` };
          chain().insertContent({ type: "figure", attrs }).run();
        }}
      />
    </div>
  );
}
